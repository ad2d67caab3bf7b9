package callcentre.functions.smssender;

import callcentre.client.messages.NewMessage;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.sms.OutgoingMessages;
import callcentre.storage.sms.SmsAttachments;
import callcentre.storage.sms.StoredFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends one message: gates, claim, one request, its end. Whoever finds it in another state than
 * queued does nothing, so a second delivery of the queue is harmless.
 */
final class Sender {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final OutgoingMessages messages;
  private final Gates gates;
  private final SmsAttachments attachments;
  private final Delivery delivery;
  private final InstantSource clock;
  private final RandomGenerator random;

  Sender(
      OutgoingMessages messages,
      Gates gates,
      SmsAttachments attachments,
      Delivery delivery,
      InstantSource clock,
      RandomGenerator random) {
    this.messages = messages;
    this.gates = gates;
    this.attachments = attachments;
    this.delivery = delivery;
    this.clock = clock;
    this.random = random;
  }

  Optional<Versioned<OutgoingMessage>> find(OutgoingId id) {
    return messages.find(id);
  }

  /**
   * Sends a message if it is queued.
   *
   * @param deadline when the function ends
   * @throws UnknownMessageException when there is no such message
   * @throws RuntimeException when nothing is known to have been sent and the queue may try again
   */
  void send(OutgoingId id, Instant deadline) {
    Versioned<OutgoingMessage> row = find(id).orElseThrow(() -> new UnknownMessageException(id));
    if (row.value().state() != SendState.QUEUED) {
      LOG.atInfo()
          .addKeyValue("sms_id", id)
          .addKeyValue("sms_state", row.value().state().wireName())
          .log("sms: delivered again, nothing to do");
      return;
    }
    Instant now = clock.instant();
    switch (gates.check(row.value(), now, deadline)) {
      case Gate.Open open -> sendClaimed(row, deadline);
      case Gate.Wait(Instant until, boolean paced, SendError why) ->
          put(row, row.value().waiting(SendEvent.POSTPONE, until, paced, why, now));
      case Gate.Shut(SendError why) -> put(row, row.value().ended(SendEvent.REJECT, why, now));
    }
  }

  private void sendClaimed(Versioned<OutgoingMessage> row, Instant deadline) {
    OutgoingMessage message = row.value();
    Optional<List<StoredFile>> files =
        message.attachments().isEmpty()
            ? Optional.of(List.of())
            : attachments.find(message.id().batch(), message.attachments().size());
    if (files.isEmpty()) {
      SendError lost =
          new SendError(
              "attachments_missing",
              "A file of the message is no longer stored. It was not sent; send it anew.");
      put(row, message.ended(SendEvent.REJECT, lost, clock.instant()));
      return;
    }
    Attempt attempt = new Attempt(newId(), clock.instant());
    claim(row, attempt)
        .ifPresent(
            claimed ->
                delivery.deliver(
                    claimed, attempt, request(claimed.value(), files.get()), deadline));
  }

  /** Empty when somebody else was faster. */
  private Optional<Versioned<OutgoingMessage>> claim(
      Versioned<OutgoingMessage> row, Attempt attempt) {
    try {
      return Optional.of(messages.write(row, row.value().claimed(attempt)));
    } catch (VersionConflictException taken) {
      LOG.atInfo().addKeyValue("sms_id", row.value().id()).log("sms: somebody else was faster");
      return Optional.empty();
    } catch (SdkException unclear) {
      // The claim may be there although its answer is lost. Nobody but this attempt can have sent.
      Versioned<OutgoingMessage> stored = find(row.value().id()).orElseThrow(() -> unclear);
      if (stored.value().isUnder(attempt)) {
        return Optional.of(stored);
      }
      throw unclear;
    }
  }

  private void put(Versioned<OutgoingMessage> row, OutgoingMessage next) {
    try {
      messages.write(row, next);
      LOG.atInfo()
          .addKeyValue("sms_id", next.id())
          .addKeyValue("sms_state", next.state().wireName())
          .addKeyValue("sms_error", next.error().map(SendError::code).orElse(""))
          .log("sms: not sent now");
    } catch (VersionConflictException changed) {
      LOG.atInfo().addKeyValue("sms_id", next.id()).log("sms: changed meanwhile, left as it is");
    }
  }

  private static NewMessage request(OutgoingMessage message, List<StoredFile> files) {
    return new NewMessage(
        message.from(),
        message.to(),
        message.text(),
        files.stream()
            .map(file -> new NewMessage.NewAttachment(file.name(), file.base64()))
            .toList());
  }

  private String newId() {
    return HexFormat.of().toHexDigits(random.nextLong());
  }
}
