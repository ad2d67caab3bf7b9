package callcentre.functions.messages.sending;

import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.text.Segments;
import callcentre.domain.phone.PhoneNumber;
import java.util.Optional;

/**
 * What became of one recipient (contract: {@code send-sms}).
 *
 * @param id of the message in {@code sms-logs}; null for a rejected recipient
 * @param status {@code queued} or {@code rejected}
 * @param reason why it was rejected
 */
record SentMessageView(
    Optional<String> id,
    PhoneNumber to,
    String status,
    Optional<String> reason,
    int segments,
    String encoding) {

  static SentMessageView queued(OutgoingMessage message) {
    return new SentMessageView(
        Optional.of(message.id().value()),
        message.to(),
        "queued",
        Optional.empty(),
        message.segments(),
        message.encoding().wireName());
  }

  static SentMessageView optedOut(PhoneNumber to, Segments segments) {
    return new SentMessageView(
        Optional.empty(),
        to,
        "rejected",
        Optional.of("opted_out"),
        segments.count(),
        segments.encoding().wireName());
  }
}
