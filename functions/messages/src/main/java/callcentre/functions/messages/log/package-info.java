/** The log of messages: lists, one, a person's second try, taking back. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages.log;
