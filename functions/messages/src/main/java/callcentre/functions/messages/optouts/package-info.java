/** Who wants no messages from which of our numbers. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages.optouts;
