package callcentre.storage.events;

import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventIdentity;
import callcentre.domain.events.EventNotice;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Table {@code call_events}: every webhook event once, however often it is delivered. */
public final class CallEventRepository {

  /** What rows say of their calls outlives the events (docs/tables.md). */
  static final Duration KEPT = Duration.ofDays(30);

  private static final int SCHEMA_VERSION = 1;
  private static final String TYPE = "type";
  private static final String CALL = "call";
  private static final String EXTENSION = "extension";
  private static final String TIMESTAMP = "timestamp";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String BODY = "body";
  private static final String RECEIVED_AT = "received_at";
  private static final String STATUS = "status";

  private final Database database;

  public CallEventRepository(Database database) {
    this.database = database;
  }

  /**
   * Keeps an event: 1 request.
   *
   * @return false when it was there already; nothing was changed then
   * @throws software.amazon.awssdk.core.exception.SdkException when the table did not take it
   */
  public boolean store(StoredEvent event) {
    Map<String, AttributeValue> item = item(event);
    try {
      database
          .client()
          .putItem(
              request ->
                  request
                      .tableName(database.name(Table.CALL_EVENTS))
                      .item(item)
                      .conditionExpression("attribute_not_exists(#hash)")
                      .expressionAttributeNames(Map.of("#hash", Table.CALL_EVENTS.hashName())));
      return true;
    } catch (ConditionalCheckFailedException known) {
      // Delivered twice, or our own first attempt whose answer was lost.
      return false;
    }
  }

  /** The believed events of a call in order of their time: 1 request. */
  public List<StoredEvent> ofCall(CallId call) {
    return database.queryAll(Table.CALL_EVENTS, call.value()).stream()
        .map(CallEventRepository::read)
        .toList();
  }

  private static Map<String, AttributeValue> item(StoredEvent event) {
    EventNotice notice = event.notice();
    EventIdentity identity = notice.identity();
    return new ItemWriter()
        .all(EventKeys.of(event))
        .text("hour", EventKeys.hour(event.receivedAt(), identity))
        .text("received", EventKeys.received(event.receivedAt(), identity))
        .text(TYPE, notice.type())
        .text(CALL, notice.callId())
        .text(EXTENSION, notice.extension())
        .text(TIMESTAMP, notice.timestamp())
        .text(FROM, notice.from())
        .text(TO, notice.to())
        .text(BODY, event.body())
        .time(RECEIVED_AT, event.receivedAt())
        .text(STATUS, event.standing().wireName())
        .seconds("ttl", event.receivedAt().plus(KEPT))
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
        .build();
  }

  private static StoredEvent read(ItemReader item) {
    return new StoredEvent(
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
  }
}
