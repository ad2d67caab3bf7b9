package callcentre.storage.live;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.Topic;
import callcentre.storage.Table;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of {@code live_connections}, whose hash key names what an item is. */
final class LiveKeys {

  static final String TTL = "ttl";
  static final String MEMBER = "member";
  static final String EXPIRING = "expiring";

  /** Items of a connection outlive its end a little: whoever ends it must find them. */
  static final Duration AFTER_END = Duration.ofMinutes(15);

  private static final long SCHEMA = 1;
  private static final Table TABLE = Table.LIVE_CONNECTIONS;

  private LiveKeys() {}

  static Map<String, AttributeValue> ticket(String hash) {
    return TABLE.key("ticket#" + hash, "ticket");
  }

  static Map<String, AttributeValue> connection(ConnectionId id) {
    return TABLE.key("connection#" + id.value(), "meta");
  }

  static Map<String, AttributeValue> subscription(Topic topic, ConnectionId id) {
    return TABLE.key(topic.wireName(), id.value());
  }

  static Map<String, AttributeValue> counter(Topic topic) {
    return TABLE.key("counter#" + topic.wireName(), "counter");
  }

  static Map<String, AttributeValue> expiring(Instant end, ConnectionId id) {
    return TABLE.key(EXPIRING, millis(end) + "#" + id.value());
  }

  /** Where connections that end by then stop, in order of their end. */
  static String expiringBy(Instant end) {
    return millis(end.plusMillis(1));
  }

  static String deltas(Topic topic) {
    return "deltas#" + topic.wireName();
  }

  static Map<String, AttributeValue> pack(Topic topic, long lastSeq) {
    return TABLE.key(deltas(topic), seq(lastSeq));
  }

  /** Fixed width, so that the order of keys is the order of numbers. */
  static String seq(long seq) {
    return String.format(Locale.ROOT, "%012d", seq);
  }

  /** An item with its key and the version of its form. */
  static ItemWriter item(Map<String, AttributeValue> key) {
    return new ItemWriter().all(key).number(VersionedRows.SCHEMA_VERSION, SCHEMA);
  }

  private static String millis(Instant at) {
    return String.format(Locale.ROOT, "%013d", at.toEpochMilli());
  }
}
