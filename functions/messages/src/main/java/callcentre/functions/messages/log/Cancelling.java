package callcentre.functions.messages.log;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OutgoingMessages;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes back a message that no sender has claimed yet. */
@Singleton
final class Cancelling {

  private static final Logger LOG = LoggerFactory.getLogger(Cancelling.class);

  /** A message changes a few times at most between its acceptance and its claim. */
  private static final int TRIES = 5;

  private final VisibleMessages visible;
  private final OutgoingMessages messages;
  private final MessageBatches batches;
  private final InstantSource clock;

  Cancelling(
      VisibleMessages visible,
      OutgoingMessages messages,
      MessageBatches batches,
      InstantSource clock) {
    this.visible = visible;
    this.messages = messages;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * Cancels a message; one that was cancelled is as it should be.
   *
   * @return the message as it is now
   * @throws ApiException 404 for one that the caller may not see, 409 when it is too late
   */
  LoggedMessage cancel(String id, Caller caller) {
    OutgoingId sought =
        OutgoingId.find(visible.require(id, caller).id())
            .orElseThrow(() -> tooLate("was not sent from here"));
    for (int tried = 1; ; tried++) {
      Versioned<OutgoingMessage> row = row(sought);
      if (row.value().state() == SendState.CANCELED) {
        return LoggedMessage.of(row.value());
      }
      if (row.value().state().after(SendEvent.CANCEL).isEmpty()) {
        throw tooLate("is " + row.value().state().wireName());
      }
      try {
        return cancelled(row, caller);
      } catch (VersionConflictException changed) {
        if (tried == TRIES) {
          throw changed;
        }
      }
    }
  }

  private LoggedMessage cancelled(Versioned<OutgoingMessage> row, Caller caller) {
    SendError why =
        new SendError(
            "canceled", "Canceled by " + caller.principal().displayName() + ". It was not sent.");
    OutgoingMessage next = row.value().ended(SendEvent.CANCEL, why, clock.instant());
    messages.write(row, next);
    LOG.atInfo()
        .addKeyValue("audit", "sms_canceled")
        .addKeyValue("actor", caller.principal().userId())
        .addKeyValue("sms_id", next.id())
        .log("A message was taken back");
    return LoggedMessage.of(next);
  }

  /** Makes the row first when the batch was accepted but not spread yet. */
  private Versioned<OutgoingMessage> row(OutgoingId sought) {
    Optional<Versioned<OutgoingMessage>> stored = messages.find(sought);
    if (stored.isPresent()) {
      return stored.get();
    }
    batches.find(sought.batch()).ifPresent(batch -> messages.insert(batch.messages()));
    return messages.find(sought).orElseThrow(() -> ApiException.notFound("message"));
  }

  private static ApiException tooLate(String how) {
    return ApiException.of(
        ErrorCode.CONFLICT,
        "The message "
            + how
            + "; only one that is queued or scheduled can be taken back. It was"
            + " left as it is.");
  }
}
