/** Tickets of the live channel. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.operations.live;
