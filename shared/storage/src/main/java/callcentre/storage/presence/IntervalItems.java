package callcentre.storage.presence;

import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceInterval;
import callcentre.domain.presence.PresenceSource;
import callcentre.domain.presence.PresenceState;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.history.Retention;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of intervals: the range key is the beginning, so the same beginning is the same item. */
final class IntervalItems {

  private static final int SCHEMA_VERSION = 1;
  private static final DateTimeFormatter BEGINNING =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private IntervalItems() {}

  static Map<String, AttributeValue> key(Extension extension, Instant from) {
    return Table.AGENT_STATUS_HISTORY.key(extension.digits(), range(from));
  }

  /** Of one length, so that texts sort as times do. */
  static String range(Instant from) {
    return BEGINNING.format(from);
  }

  static Map<String, AttributeValue> write(
      Extension extension, PresenceInterval interval, Retention retention) {
    ItemWriter item = new ItemWriter();
    retention.expires(interval.to()).ifPresent(at -> item.seconds("ttl", at));
    return item.all(key(extension, interval.from()))
        .text("state", interval.state().wireName())
        .text("source", interval.source().wireName())
        .time("ends", interval.to())
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
        .build();
  }

  static PresenceInterval read(ItemReader item) {
    return new PresenceInterval(
        item.read("state", text -> PresenceState.ofWireName(text).orElseThrow()),
        item.read("source", text -> PresenceSource.ofWireName(text).orElseThrow()),
        item.read("at", Instant::parse),
        item.time("ends"));
  }
}
