package callcentre.storage.events;

import callcentre.domain.events.EventIdentity;
import callcentre.domain.events.EventNotice;
import callcentre.domain.evidence.ProviderIds;
import callcentre.storage.history.TimeKeys;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of {@code call_events}: an event's identity is its key, so a second delivery meets the
 * first (docs/tables.md).
 */
final class EventKeys {

  /** So many partitions of the index take the events of one moment. */
  static final int SHARDS = 8;

  /** A range key has at most 1,024 bytes (DynamoDB quotas), and a sender may write anything. */
  private static final int LONGEST_PART = 64;

  static final String QUARANTINE = "quarantine#";

  private static final String ABSENT = "-";

  private EventKeys() {}

  static Map<String, AttributeValue> of(StoredEvent event) {
    return id(event).key();
  }

  static EventId id(StoredEvent event) {
    EventIdentity identity = event.notice().identity();
    return new EventId(hash(event, identity), range(event.notice(), identity));
  }

  /** {@code 2026-11-21T15#3}. */
  static String hour(Instant received, EventIdentity identity) {
    return hour(received, Integer.parseInt(identity.hash().substring(0, 2), 16) % SHARDS);
  }

  static String hour(Instant received, int shard) {
    return received
            .truncatedTo(ChronoUnit.HOURS)
            .atOffset(ZoneOffset.UTC)
            .toString()
            .substring(0, 13)
        + "#"
        + shard;
  }

  /** The shard to read after this one, of hours before {@code end}. */
  static Optional<String> shardAfter(String text, Instant end) {
    Instant hour = hourOf(text);
    int shard = Integer.parseInt(text.substring(text.indexOf('#') + 1)) + 1;
    if (shard < SHARDS) {
      return Optional.of(hour(hour, shard));
    }
    Instant next = hour.plus(1, ChronoUnit.HOURS);
    return next.isBefore(end) ? Optional.of(hour(next, 0)) : Optional.empty();
  }

  /** The hour of {@link #hour}. */
  static Instant hourOf(String text) {
    return Instant.parse(text.substring(0, text.indexOf('#')) + ":00:00Z");
  }

  static String received(Instant received, EventIdentity identity) {
    return TimeKeys.of(received, identity.hash());
  }

  /** A forged event under the call's own key could take the place of the real one. */
  private static String hash(StoredEvent event, EventIdentity identity) {
    String call =
        event
            .notice()
            .callId()
            .filter(id -> ProviderIds.guid(id).isPresent() || ProviderIds.journalId(id).isPresent())
            .orElse("unknown#" + identity);
    return switch (event.standing()) {
      case RECEIVED, PARKED, DEAD_LETTER -> call;
      case QUARANTINED -> QUARANTINE + call;
    };
  }

  private static String range(EventNotice notice, EventIdentity identity) {
    Optional<String> at = notice.at().map(time -> TimeKeys.of(time, "")).map(EventKeys::cut);
    return String.join(
        "#",
        at.map(text -> text.substring(0, text.length() - 1)).orElse(ABSENT),
        cut(notice.type()),
        notice.extension().map(EventKeys::cut).orElse(ABSENT),
        identity.hash());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PART ? text : text.substring(0, LONGEST_PART);
  }
}
