/**
 * Rows as clients see them: one shape for the lists of the API and for the deltas of the live
 * channel (docs/adr/0019). No framework: a function that follows a stream starts without one.
 */
@org.jspecify.annotations.NullMarked
package callcentre.views;
