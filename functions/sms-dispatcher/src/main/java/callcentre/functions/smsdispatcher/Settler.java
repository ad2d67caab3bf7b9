package callcentre.functions.smsdispatcher;

import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.messaging.settling.JournalSettling;
import callcentre.storage.Versioned;
import callcentre.storage.sms.OutgoingMessages;
import java.time.InstantSource;

/** Compares a message of which nobody knows with what the journal shows. */
final class Settler {

  private final OutgoingMessages messages;
  private final JournalSettling settling;
  private final InstantSource clock;

  Settler(OutgoingMessages messages, JournalSettling settling, InstantSource clock) {
    this.messages = messages;
    this.settling = settling;
    this.clock = clock;
  }

  /**
   * Settles the group of an unknown message; when it stays unknown, the counts are noted on it: 1
   * request more, 2 when the journal shows any.
   */
  void settle(Versioned<OutgoingMessage> row, Run run) {
    JournalSettling.Outcome outcome = settling.settle(row.value().group().orElseThrow());
    run.settled(outcome.settled());
    if (outcome.settled() == 0) {
      SendError why = new SendError("outcome_unknown", outcome.counts().sentence());
      messages.write(row, row.value().stillUnknown(why, clock.instant()));
      run.unsettled();
    }
  }
}
