/** How many messages and segments there were, and what they cost. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages.usage;
