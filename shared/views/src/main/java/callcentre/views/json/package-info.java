/** The JSON of answers, deltas and requests. */
@org.jspecify.annotations.NullMarked
package callcentre.views.json;
