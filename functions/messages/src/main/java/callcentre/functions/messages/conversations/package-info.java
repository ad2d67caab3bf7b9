/** Who writes with which of our numbers. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages.conversations;
