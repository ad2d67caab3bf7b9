package callcentre.functions.smsdispatcher;

import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.messaging.Outbox;
import callcentre.messaging.SmsQueue;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.sms.DueMessages;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks after everything that waits. Each step is conditional on the row as it was read, so a run
 * may overlap another one, or the sender, and lose nothing but its step.
 */
final class Dispatcher {

  /** A row whose time comes before the next run is put on the queue now and kept back there. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private static final int LIMIT_OF_A_SHARD = 250;

  /** What is left of the function's time when it stops. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final DueMessages due;
  private final MessageBatches batches;
  private final Outbox outbox;
  private final OutgoingMessages messages;
  private final SmsQueue queue;
  private final Settler settler;
  private final InstantSource clock;

  Dispatcher(
      DueMessages due,
      MessageBatches batches,
      Outbox outbox,
      OutgoingMessages messages,
      SmsQueue queue,
      Settler settler,
      InstantSource clock) {
    this.due = due;
    this.batches = batches;
    this.outbox = outbox;
    this.messages = messages;
    this.queue = queue;
    this.settler = settler;
    this.clock = clock;
  }

  /** Reads what a run reads first, and does nothing. */
  void look() {
    due.find(clock.instant(), 1);
  }

  /**
   * One run: 4 requests when nothing is due.
   *
   * @param deadline when the function ends; what is not done by then is done by the next run
   */
  Run run(Instant deadline) {
    Instant stop = deadline.minus(RESERVE);
    Run run = new Run();
    DueMessages.Due found = due.find(clock.instant().plus(AHEAD), LIMIT_OF_A_SHARD);
    for (String batch : found.batches()) {
      if (clock.instant().isBefore(stop)) {
        step(run, "spread", batch, () -> spread(batch, run));
      }
    }
    List<SmsQueue.Entry> entries = new ArrayList<>();
    for (Versioned<OutgoingMessage> row : messages.findAll(found.messages())) {
      if (clock.instant().isBefore(stop)) {
        step(run, "advance", row.value().id().value(), () -> advance(row, entries, run));
      }
    }
    step(run, "enqueue", "", () -> queue.send(entries));
    run.log();
    return run;
  }

  private static void step(Run run, String name, String id, Runnable work) {
    try {
      work.run();
    } catch (VersionConflictException changed) {
      // Somebody else works on it: that is all the better.
    } catch (RuntimeException failed) {
      run.failed(name, id, failed);
    }
  }

  private void spread(String id, Run run) {
    Instant now = clock.instant();
    for (MessageBatch batch : batches.find(id).stream().toList()) {
      // The index names batches that are due within the next minute too: their maker is at work.
      if (!batch.acceptedAt().plus(AHEAD).isAfter(now)) {
        outbox.spread(batch);
        run.spread();
      }
    }
  }

  private void advance(Versioned<OutgoingMessage> row, List<SmsQueue.Entry> entries, Run run) {
    Instant now = clock.instant();
    OutgoingMessage message = row.value();
    switch (message.state()) {
      case SCHEDULED -> {
        Instant at = message.notBefore().orElse(now);
        if (!at.isAfter(now.plus(AHEAD))) {
          messages.write(row, message.enqueued(now));
          entries.add(new SmsQueue.Entry(message.id(), until(at, now)));
          run.enqueued();
        }
      }
      case QUEUED -> {
        if (message.isDue(now)) {
          messages.write(row, message.requeued(now));
          entries.add(new SmsQueue.Entry(message.id(), Duration.ZERO));
          run.enqueued();
        }
      }
      case SENDING -> {
        if (message.isDue(now)) {
          messages.write(row, message.ended(SendEvent.LOSE, lost(message), now));
          run.abandoned();
        }
      }
      case UNKNOWN -> {
        if (message.isDue(now)) {
          settler.settle(row, run);
        }
      }
      case SENT, FAILED, CANCELED, RECEIVED -> {
        // The index is behind: nothing waits here any more.
      }
    }
  }

  private static SendError lost(OutgoingMessage message) {
    return new SendError(
        "sender_lost",
        "The sender of attempt "
            + message.attempt().map(Attempt::id).orElse("?")
            + " never said what became of it. It is compared with the journal; it is not sent"
            + " again by itself.");
  }

  private static Duration until(Instant at, Instant now) {
    return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
  }
}
