package callcentre.domain.messages.log;

import callcentre.domain.calls.Agent;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.Party;
import callcentre.domain.messages.Attachment;
import callcentre.domain.messages.Message;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.text.Encoding;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as the log shows it: one that we send, or one that only the journal tells of.
 *
 * @param id {@code m-…} of one that we send, else the journal's
 * @param businessNumber empty when the journal's text is no number
 * @param client the end that is not ours
 * @param text empty for a message of files alone
 * @param segments of the text, 0 without one
 * @param agent who sent it; with a name only where the journal has one
 * @param at when it was accepted here, or its time in the journal; the log is in this order
 * @param sentAt when the provider accepted it; empty as long as nobody knows that it did
 * @param notBefore while it waits: the first moment at which it may be sent
 * @param error why it failed, waits, or is unknown
 * @param retryOf the message that this one is a person's second try of
 * @param removed gone at the provider; the row stays
 */
public record LoggedMessage(
    String id,
    Optional<PhoneNumber> businessNumber,
    Party client,
    Direction direction,
    SendState status,
    Optional<String> text,
    Encoding encoding,
    int segments,
    List<LoggedFile> files,
    Optional<Agent> agent,
    Instant at,
    Optional<Instant> sentAt,
    Optional<Instant> notBefore,
    Optional<SendError> error,
    Optional<OutgoingId> retryOf,
    boolean removed) {

  public LoggedMessage {
    files = List.copyOf(files);
  }

  /** One that we send. */
  public static LoggedMessage of(OutgoingMessage message) {
    boolean wasSent = message.state() == SendState.SENT;
    return new LoggedMessage(
        message.id().value(),
        Optional.of(message.from()),
        Party.number(message.to(), Optional.empty()),
        Direction.OUTGOING,
        message.state(),
        text(message.text()),
        message.encoding(),
        message.segments(),
        message.attachments().stream().map(name -> new LoggedFile(name, Optional.empty())).toList(),
        message.extension().map(extension -> new Agent(extension, Optional.empty())),
        message.acceptedAt(),
        wasSent ? message.attempt().map(Attempt::claimedAt) : Optional.empty(),
        message.notBefore(),
        message.error(),
        message.retryOf(),
        false);
  }

  /** One that only the journal tells of. */
  public static LoggedMessage of(Message message) {
    Segments segments = Segments.of(message.text().orElse(""));
    SendState status = statusOf(message);
    boolean wasSent = status == SendState.SENT || status == SendState.RECEIVED;
    return new LoggedMessage(
        message.id().value(),
        message.businessNumber(),
        message.client(),
        message.direction(),
        status,
        message.text(),
        segments.encoding(),
        segments.count(),
        message.attachments().stream().map(LoggedMessage::file).toList(),
        message.agent(),
        message.at(),
        wasSent ? Optional.of(message.at()) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        message.removed());
  }

  /** The journal's word in those of the log (contract: {@code GET …/sms-logs}). */
  public static SendState statusOf(Message message) {
    if (message.direction() == Direction.INCOMING) {
      return SendState.RECEIVED;
    }
    return switch (message.delivery()) {
      case SENT -> SendState.SENT;
      case NOT_SENT -> SendState.FAILED;
      case UNSPECIFIED -> SendState.UNKNOWN;
    };
  }

  /** Whether somebody may see it. */
  public boolean isIn(RowScope scope) {
    return scope.contains(businessNumber, agent.map(Agent::extension).stream().toList(), at);
  }

  private static LoggedFile file(Attachment attachment) {
    return new LoggedFile(
        attachment.fileName(),
        attachment.sizeBytes() > 0 ? Optional.of(attachment.sizeBytes()) : Optional.empty());
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
