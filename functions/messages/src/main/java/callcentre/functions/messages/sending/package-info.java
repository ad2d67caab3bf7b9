/** Takes what people want sent. */
@org.jspecify.annotations.NullMarked
package callcentre.functions.messages.sending;
