/**
 * What embedded services never do by themselves: refusing, conflicting, losing answers, lagging.
 */
@org.jspecify.annotations.NullMarked
package callcentre.cloud.faults;
