package callcentre.functions.messages.log;

import callcentre.api.access.Caller;
import callcentre.api.access.Principal;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.messages.log.LoggedMessage;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.functions.messages.sending.Acceptance;
import callcentre.functions.messages.sending.Acceptance.Once;
import callcentre.functions.messages.sending.RequestDigest;
import callcentre.functions.messages.sending.SendingNumbers;
import callcentre.storage.Versioned;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.IdempotencyRepository;
import callcentre.storage.idempotency.StoredAnswer;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.sms.SmsAttachments;
import callcentre.storage.sms.StoredFile;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's second try: a new message that names the first. Each message has at most one, whoever
 * asks for it and however often; the second try may be tried again itself.
 */
@Singleton
final class Retrying {

  private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);

  private static final StoredAnswer NOTED = new StoredAnswer(202, Map.of(), "");

  private final VisibleMessages visible;
  private final OutgoingMessages messages;
  private final SmsAttachments attachments;
  private final SendingNumbers senders;
  private final OptOuts optOuts;
  private final Acceptance acceptance;
  private final InstantSource clock;

  Retrying(
      VisibleMessages visible,
      OutgoingMessages messages,
      SmsAttachments attachments,
      SendingNumbers senders,
      OptOuts optOuts,
      Acceptance acceptance,
      InstantSource clock) {
    this.visible = visible;
    this.messages = messages;
    this.attachments = attachments;
    this.senders = senders;
    this.optOuts = optOuts;
    this.acceptance = acceptance;
    this.clock = clock;
  }

  /**
   * Sends a message anew that failed, or whose fate nobody knows.
   *
   * @param confirmed whether the person takes the risk that it arrives twice
   * @return the second try as it is now
   * @throws ApiException 404 for one that the caller may not see or send, 409 for one that must not
   *     be sent anew, 422 when the recipient wants none; nothing was sent then
   */
  LoggedMessage retry(String id, boolean confirmed, Caller caller) {
    OutgoingMessage first = sent(visible.require(id, caller));
    requireRetryable(first, confirmed);
    OutgoingId second = new OutgoingId(batchOf(first.id()), 0);
    Optional<OutgoingMessage> known = messages.find(second).map(Versioned::value);
    if (known.isPresent()) {
      return LoggedMessage.of(known.get());
    }
    Principal principal = caller.principal();
    senders.require(first.from(), Optional.empty(), !first.attachments().isEmpty(), principal);
    if (!optOuts.stopped(first.from(), List.of(first.to())).isEmpty()) {
      throw ApiException.of(
          ErrorCode.NO_VALID_RECIPIENT,
          "The recipient wrote STOP to this number. Nothing was sent; an administrator can lift the"
              + " opt-out if the recipient asks for it.");
    }
    MessageBatch batch = batch(first, second, principal);
    Once once =
        new Once(
            new IdempotencyKey("anybody", caller.route().name(), first.id().value()),
            batch.id(),
            IdempotencyRepository.MEMORY);
    if (acceptance.accept(batch, files(first), once, NOTED).isEmpty()) {
      LOG.atInfo()
          .addKeyValue("audit", "sms_retried")
          .addKeyValue("actor", principal.userId())
          .addKeyValue("sms_id", first.id())
          .log("A message is sent anew");
    }
    return LoggedMessage.of(
        messages.find(second).map(Versioned::value).orElseGet(() -> batch.messages().getFirst()));
  }

  private OutgoingMessage sent(LoggedMessage message) {
    return OutgoingId.find(message.id())
        .flatMap(messages::find)
        .map(Versioned::value)
        .orElseThrow(
            () ->
                conflict(
                    "Only messages that were sent from here can be sent anew, once they failed."));
  }

  private static void requireRetryable(OutgoingMessage message, boolean confirmed) {
    if (message.state() == SendState.UNKNOWN && !confirmed) {
      throw conflict(
          message.error().map(SendError::reason).orElse("Nobody knows whether it was sent.")
              + " It may arrive twice: send {\"confirm\":true} to take that risk.");
    }
    if (message.state() != SendState.FAILED && message.state() != SendState.UNKNOWN) {
      throw conflict(
          "The message is "
              + message.state().wireName()
              + "; only one that failed, or whose fate is unknown, can be sent anew.");
    }
  }

  /** The files are stored under the second batch too, for those of the first expire earlier. */
  private List<StoredFile> files(OutgoingMessage first) {
    if (first.attachments().isEmpty()) {
      return List.of();
    }
    return attachments
        .find(first.id().batch(), first.attachments().size())
        .orElseThrow(
            () -> conflict("A file of the message is no longer stored. Send it as a new message."));
  }

  private MessageBatch batch(OutgoingMessage first, OutgoingId second, Principal principal) {
    return new MessageBatch(
        second.batch(),
        first.from(),
        List.of(first.to()),
        first.text(),
        first.attachments(),
        principal.userId(),
        principal.extension().or(first::extension),
        Optional.of(first.id()),
        clock.instant());
  }

  /** Follows from the first message, so that two people who retry it make one message. */
  private static String batchOf(OutgoingId first) {
    return "r" + RequestDigest.of(List.of("retry of", first.value())).substring(0, 32);
  }

  private static ApiException conflict(String what) {
    return ApiException.of(ErrorCode.CONFLICT, what + " Nothing was sent.");
  }
}
