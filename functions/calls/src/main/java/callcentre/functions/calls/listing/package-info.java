/** Finding calls: lists, and one by its id. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.calls.listing;
