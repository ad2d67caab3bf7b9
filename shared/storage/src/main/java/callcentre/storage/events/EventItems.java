package callcentre.storage.events;

import callcentre.domain.events.EventIdentity;
import callcentre.domain.events.EventNotice;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events as items. */
final class EventItems {

  /** What rows say of their calls outlives the events (docs/tables.md). */
  static final Duration KEPT = Duration.ofDays(30);

  static final String STATUS = "status";
  static final String REASON = "reason";
  static final String WAITING = "waiting";
  static final String HOUR = "hour";
  static final String RECEIVED = "received";

  private static final int SCHEMA_VERSION = 1;
  private static final String TYPE = "type";
  private static final String CALL = "call";
  private static final String EXTENSION = "extension";
  private static final String TIMESTAMP = "timestamp";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String BODY = "body";
  private static final String RECEIVED_AT = "received_at";

  private EventItems() {}

  static Map<String, AttributeValue> write(StoredEvent event) {
    EventNotice notice = event.notice();
    EventIdentity identity = notice.identity();
    return new ItemWriter()
        .all(EventKeys.of(event))
        .text(HOUR, EventKeys.hour(event.receivedAt(), identity))
        .text(RECEIVED, EventKeys.received(event.receivedAt(), identity))
        .text(TYPE, notice.type())
        .text(CALL, notice.callId())
        .text(EXTENSION, notice.extension())
        .text(TIMESTAMP, notice.timestamp())
        .text(FROM, notice.from())
        .text(TO, notice.to())
        .text(BODY, event.body())
        .time(RECEIVED_AT, event.receivedAt())
        .text(STATUS, event.standing().wireName())
        .text(WAITING, waiting(event.standing()))
        .seconds("ttl", event.receivedAt().plus(KEPT))
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
        .build();
  }

  /** Only what waits for somebody is in the index of what waits. */
  static Optional<String> waiting(EventStanding standing) {
    return Optional.of(standing)
        .filter(stands -> stands != EventStanding.RECEIVED)
        .map(EventStanding::wireName);
  }

  static EventRow read(ItemReader item) {
    StoredEvent event =
        new StoredEvent(
            new EventNotice(
                item.text(TYPE),
                item.findText(CALL),
                item.findText(EXTENSION),
                item.findText(TIMESTAMP),
                item.findText(FROM),
                item.findText(TO)),
            item.text(BODY),
            item.time(RECEIVED_AT),
            item.read(STATUS, text -> EventStanding.ofWireName(text).orElseThrow()));
    return new EventRow(
        new EventId(
            item.text(Table.CALL_EVENTS.hashName()),
            item.text(Table.CALL_EVENTS.rangeName().orElseThrow())),
        event,
        item.findText(REASON));
  }
}
