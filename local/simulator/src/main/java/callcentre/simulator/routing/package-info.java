/** Which method and path leads where, and the errors all families share. */
@org.jspecify.annotations.NullMarked
package callcentre.simulator.routing;
