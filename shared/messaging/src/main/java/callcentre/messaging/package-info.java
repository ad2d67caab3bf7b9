/** What the functions that send messages share: the queue and the outbox that feeds it. */
@org.jspecify.annotations.NullMarked
package callcentre.messaging;
