package callcentre.storage.sms;

import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.text.Encoding;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import callcentre.storage.history.Retention;
import callcentre.storage.history.TimeKeys;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code m-{batch}-{recipient}} of {@code sms_logs}. */
final class OutgoingItems implements RowMapper<OutgoingMessage> {

  private static final String OUTGOING = "outgoing";

  private final Supplier<Retention> retention;

  OutgoingItems(Supplier<Retention> retention) {
    this.retention = retention;
  }

  @Override
  public Map<String, AttributeValue> key(OutgoingMessage row) {
    return key(row.id());
  }

  static Map<String, AttributeValue> key(OutgoingId id) {
    return Table.SMS_LOGS.key(id.value());
  }

  @Override
  public ItemWriter write(OutgoingMessage row) {
    String id = row.id().value();
    ItemWriter item =
        new ItemWriter()
            .text("month", TimeKeys.month(row.acceptedAt()))
            .text("sent", TimeKeys.of(row.acceptedAt(), id))
            .text("business_number", row.from().e164())
            .text("client", row.to().e164())
            .text("direction", OUTGOING)
            .text("status", row.state().wireName())
            .text("thread", row.from().e164() + "#" + row.to().e164())
            .text("extension", row.extension().map(Extension::digits))
            .text("text", row.text())
            .texts("attachments", row.attachments())
            .number("files", files(row))
            .text("encoding", row.encoding().wireName())
            .number("segments", row.segments())
            .text("user_id", row.userId())
            .text("retry_of", row.retryOf().map(OutgoingId::value))
            .time("accepted_at", row.acceptedAt())
            .text("attempt_id", row.attempt().map(Attempt::id))
            .time("claimed_at", row.attempt().map(Attempt::claimedAt))
            .number("attempts", row.attempts())
            .time("not_before", row.notBefore())
            .flag("paced", row.paced())
            .text("accepted_id", row.acceptedId())
            .time("changed_at", row.changedAt())
            .text("error_code", row.error().map(SendError::code))
            .text("error_reason", row.error().map(SendError::reason))
            .text("journal_id", row.journalId());
    retention.get().expires(row.acceptedAt()).ifPresent(at -> item.seconds("ttl", at));
    row.dueAt().ifPresent(at -> DueIndex.write(item, id, at));
    return item;
  }

  @Override
  public OutgoingMessage read(ItemReader item) {
    return new OutgoingMessage(
        item.read("id", text -> OutgoingId.find(text).orElseThrow()),
        item.read("business_number", PhoneNumber::new),
        item.read("client", PhoneNumber::new),
        item.text("text"),
        item.texts("attachments"),
        item.read("encoding", text -> Encoding.ofWireName(text).orElseThrow()),
        Math.toIntExact(item.number("segments")),
        item.text("user_id"),
        item.findText("extension").map(Extension::new),
        item.findText("retry_of").flatMap(OutgoingId::find),
        item.time("accepted_at"),
        item.read("status", text -> SendState.ofWireName(text).orElseThrow()),
        attempt(item),
        Math.toIntExact(item.number("attempts")),
        item.findTime("not_before"),
        item.flag("paced"),
        item.findText("accepted_id"),
        item.time("changed_at"),
        error(item),
        item.findText("journal_id"));
  }

  private static Optional<Long> files(OutgoingMessage row) {
    return row.attachments().isEmpty()
        ? Optional.empty()
        : Optional.of((long) row.attachments().size());
  }

  private static Optional<Attempt> attempt(ItemReader item) {
    return item.findText("attempt_id").map(id -> new Attempt(id, item.time("claimed_at")));
  }

  private static Optional<SendError> error(ItemReader item) {
    return item.findText("error_code").map(code -> new SendError(code, item.text("error_reason")));
  }
}
