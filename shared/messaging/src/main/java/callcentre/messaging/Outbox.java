package callcentre.messaging;

import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Turns what was accepted into messages on the queue. Whoever accepts a batch does it at once; when
 * that fails on the way, the dispatcher does it again, which makes no message twice.
 */
public final class Outbox {

  private final MessageBatches batches;
  private final OutgoingMessages messages;
  private final SmsQueue queue;
  private final InstantSource clock;

  public Outbox(
      MessageBatches batches, OutgoingMessages messages, SmsQueue queue, InstantSource clock) {
    this.batches = batches;
    this.messages = messages;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Makes the rows of a batch, puts those that wait for it on the queue, and notes that it is done:
   * 3 requests and 1 for 10 messages. Repeatable: a row is never made twice, and a message that is
   * on the queue twice is sent once.
   *
   * @return the messages as they are now
   * @throws RuntimeException when a step failed; the batch stays due and is done again
   */
  public List<OutgoingMessage> spread(MessageBatch batch) {
    List<OutgoingMessage> rows = messages.insert(batch.messages());
    queue.send(
        rows.stream()
            .filter(row -> row.state() == SendState.QUEUED)
            .map(row -> new SmsQueue.Entry(row.id(), Duration.ZERO))
            .toList());
    batches.spread(batch.id(), clock.instant());
    return rows;
  }
}
