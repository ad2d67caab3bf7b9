package callcentre.storage.sms;

import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items {@code batch-…} of {@code sms_logs}. */
final class BatchItems {

  private static final String PREFIX = "batch-";
  private static final int SCHEMA_VERSION = 1;

  /** Whoever accepted it spreads it at once; later than this, somebody else does. */
  private static final Duration SPREAD_BY_OTHERS = Duration.ofMinutes(1);

  /** Its messages have rows of their own. */
  private static final Duration KEPT = Duration.ofDays(30);

  private BatchItems() {}

  static Map<String, AttributeValue> key(String batch) {
    return Table.SMS_LOGS.key(PREFIX + batch);
  }

  /** The batch that an item's key names; empty when it is something else. */
  static Optional<String> batchOf(String id) {
    return id.startsWith(PREFIX) ? Optional.of(id.substring(PREFIX.length())) : Optional.empty();
  }

  static Map<String, AttributeValue> write(MessageBatch batch) {
    ItemWriter item =
        new ItemWriter()
            .all(key(batch.id()))
            .text("from", batch.from().e164())
            .texts("to", batch.to().stream().map(PhoneNumber::e164).toList())
            .text("text", batch.text())
            .texts("attachments", batch.attachments())
            .text("user_id", batch.userId())
            .text("user_extension", batch.extension().map(Extension::digits))
            .text("retry_of", batch.retryOf().map(OutgoingId::value))
            .time("accepted_at", batch.acceptedAt())
            .seconds("ttl", batch.acceptedAt().plus(KEPT))
            .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION);
    DueIndex.write(item, PREFIX + batch.id(), batch.acceptedAt().plus(SPREAD_BY_OTHERS));
    return item.build();
  }

  static MessageBatch read(ItemReader item) {
    return new MessageBatch(
        item.read("id", text -> batchOf(text).orElseThrow()),
        item.read("from", PhoneNumber::new),
        item.texts("to").stream().map(PhoneNumber::new).toList(),
        item.text("text"),
        item.texts("attachments"),
        item.text("user_id"),
        item.findText("user_extension").map(Extension::new),
        item.findText("retry_of").flatMap(OutgoingId::find),
        item.time("accepted_at"));
  }
}
