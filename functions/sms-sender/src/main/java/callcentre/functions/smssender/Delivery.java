package callcentre.functions.smssender;

import callcentre.aws.ConfigurationException;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.messages.MessagesApi;
import callcentre.client.messages.NewMessage;
import callcentre.client.messages.SendResult;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.sms.Paces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The one request of a claim, and what it came to. Never throws: whatever fails here, the queue
 * must not bring the message again, for a request may have been made. An end that cannot be written
 * leaves the claim, which the dispatcher turns into {@code unknown} when its time is over.
 */
final class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Left for writing what the request came to. */
  private static final Duration FOR_THE_END = Duration.ofSeconds(6);

  private static final Duration NOT_SAID = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final int TRIES = 3;

  private final OutgoingMessages messages;
  private final Paces paces;
  private final MessagesApi provider;
  private final InstantSource clock;

  Delivery(OutgoingMessages messages, Paces paces, MessagesApi provider, InstantSource clock) {
    this.messages = messages;
    this.paces = paces;
    this.provider = provider;
    this.clock = clock;
  }

  /**
   * Makes the request and writes its end: 1 request to the tables besides the provider's own.
   *
   * @param deadline when the function ends
   */
  void deliver(
      Versioned<OutgoingMessage> claimed, Attempt attempt, NewMessage message, Instant deadline) {
    SendResult result = ask(message, deadline.minus(FOR_THE_END));
    if (result instanceof SendResult.NotNow later) {
      rest(message, later);
    }
    end(claimed, attempt, result);
  }

  private SendResult ask(NewMessage message, Instant until) {
    try {
      return provider.send(message, new CallContext(RequestClass.SMS, new Deadline(until)));
    } catch (ConfigurationException incomplete) {
      return new SendResult.NeverSent(Optional.empty(), String.valueOf(incomplete.getMessage()));
    } catch (RuntimeException unexpected) {
      LOG.atError().setCause(unexpected).log("sms: nobody knows whether a request was made");
      return new SendResult.Unknown("The sender failed while it sent.");
    }
  }

  /** The others of this number need not find out one by one. */
  private void rest(NewMessage message, SendResult.NotNow later) {
    try {
      later.retryAt().ifPresent(at -> paces.rest(message.from(), at));
    } catch (SdkException notNoted) {
      LOG.atWarn().setCause(notNoted).log("sms: the number's rest was not noted");
    }
  }

  private void end(Versioned<OutgoingMessage> claimed, Attempt attempt, SendResult result) {
    Versioned<OutgoingMessage> row = claimed;
    for (int tried = 1; ; tried++) {
      try {
        OutgoingMessage next = after(row.value(), result);
        messages.write(row, next);
        log(next, result);
        return;
      } catch (RuntimeException notWritten) {
        Optional<Versioned<OutgoingMessage>> stored =
            tried < TRIES ? reread(row.value(), notWritten) : Optional.empty();
        if (stored.isEmpty() || !mayStillEnd(stored.get().value(), attempt, result)) {
          LOG.atError()
              .addKeyValue("sms_id", row.value().id())
              .addKeyValue("sms_result", result.getClass().getSimpleName())
              .setCause(notWritten)
              .log("sms: the end of a claim was not written");
          return;
        }
        row = stored.get();
      }
    }
  }

  private Optional<Versioned<OutgoingMessage>> reread(
      OutgoingMessage message, RuntimeException why) {
    if (!(why instanceof SdkException) && !(why instanceof VersionConflictException)) {
      return Optional.empty();
    }
    try {
      return messages.find(message.id());
    } catch (SdkException unreadable) {
      return Optional.empty();
    }
  }

  /** Not when it was written after all, or another claim has the message by now. */
  private static boolean mayStillEnd(OutgoingMessage stored, Attempt attempt, SendResult result) {
    return stored.isUnder(attempt) && stored.state().after(event(result)).isPresent();
  }

  private OutgoingMessage after(OutgoingMessage message, SendResult result) {
    Instant now = clock.instant();
    return switch (result) {
      case SendResult.Accepted(Optional<String> id) -> message.accepted(id, now);
      case SendResult.Refused(int status, String reason) ->
          message.ended(SendEvent.REFUSE, new SendError("provider_refused", reason), now);
      case SendResult.NotNow(Optional<Instant> at, String reason) ->
          message.waiting(
              SendEvent.RELEASE,
              until(at, now),
              false,
              new SendError("too_many_requests", reason),
              now);
      case SendResult.NeverSent(Optional<Instant> at, String reason) ->
          message.waiting(
              SendEvent.RELEASE, until(at, now), false, new SendError("not_sent", reason), now);
      case SendResult.Unknown(String reason) ->
          message.ended(SendEvent.LOSE, new SendError("outcome_unknown", reason), now);
    };
  }

  private static SendEvent event(SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> SendEvent.ACCEPT;
      case SendResult.Refused refused -> SendEvent.REFUSE;
      case SendResult.NotNow later -> SendEvent.RELEASE;
      case SendResult.NeverSent never -> SendEvent.RELEASE;
      case SendResult.Unknown unknown -> SendEvent.LOSE;
    };
  }

  private static Instant until(Optional<Instant> wished, Instant now) {
    Instant at = wished.filter(now::isBefore).orElse(now.plus(NOT_SAID));
    Instant latest = now.plus(LONGEST_WAIT);
    return at.isBefore(latest) ? at : latest;
  }

  private static void log(OutgoingMessage message, SendResult result) {
    LOG.atInfo()
        .addKeyValue("sms_id", message.id())
        .addKeyValue("sms_state", message.state().wireName())
        .addKeyValue("sms_result", result.getClass().getSimpleName())
        .addKeyValue("sms_segments", message.segments())
        .addKeyValue("sms_error", message.error().map(SendError::code).orElse(""))
        .log("sms: asked for once");
  }
}
