/** Ends the live connections whose time is up. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.sweeper;
