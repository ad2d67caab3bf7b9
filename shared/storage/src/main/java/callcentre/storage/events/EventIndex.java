package callcentre.storage.events;

import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.history.TimeKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Events by when they came: index {@code by_hour}, whose shards are read together. */
public final class EventIndex {

  /** A page that is still not full after so many hours is returned short. */
  private static final int MOST_HOURS = 6;

  /** BatchGetItem takes at most this many keys (DynamoDB API reference). */
  private static final int ROWS_AT_ONCE = 100;

  private static final String INDEX = "by_hour";

  private final Database database;

  public EventIndex(Database database) {
    this.database = database;
  }

  /** A key of an event and its place in the index. */
  private record Entry(String received, EventId id) {}

  /**
   * A page of events, what came last in front: 8 requests per hour that is looked at, at most 6
   * hours, and 1 for the rows. A page can be short although more follows.
   *
   * @param from the earliest time of coming, included
   * @param to the latest, excluded
   * @param standings only events that stand so
   * @param limit 1 or more
   * @param after the {@link Page#next()} of the page before
   */
  public Page<EventRow> newestFirst(
      Instant from, Instant to, Set<EventStanding> standings, int limit, Optional<PageKey> after) {
    String low = TimeKeys.of(from, "");
    String high =
        after
            .map(key -> String.valueOf(key.attributes().get(EventItems.RECEIVED)))
            .orElseGet(() -> TimeKeys.of(to, ""));
    List<Entry> found = new ArrayList<>();
    Instant hour = hourBelow(high);
    int hours = 0;
    while (found.size() <= limit
        && hours < MOST_HOURS
        && hour.plus(Duration.ofHours(1)).isAfter(from)) {
      found.addAll(newestOfHour(hour, low, high, standings, limit + 1 - found.size()));
      hour = hour.minus(Duration.ofHours(1));
      hours++;
    }
    boolean full = found.size() > limit;
    boolean ended = !full && !hour.plus(Duration.ofHours(1)).isAfter(from);
    List<Entry> page = full ? found.subList(0, limit) : found;
    Optional<PageKey> next =
        ended
            ? Optional.empty()
            : Optional.of(
                key(
                    full
                        ? page.getLast().received()
                        : TimeKeys.of(hour.plus(Duration.ofHours(1)), "")));
    return new Page<>(rows(page), next);
  }

  /**
   * Everything that came within a time, in no order: 1 request for a portion's keys and 1 for its
   * rows, none where nothing came. A portion can be empty although more follows.
   *
   * @param from included
   * @param to excluded
   * @param after the {@link Page#next()} of the portion before
   */
  public Page<EventRow> walk(Instant from, Instant to, Optional<PageKey> after) {
    String shard =
        after
            .map(key -> String.valueOf(key.attributes().get(EventItems.HOUR)))
            .orElseGet(() -> EventKeys.hour(from, 0));
    QueryRequest.Builder query =
        query(shard, TimeKeys.of(from, ""), TimeKeys.of(to, "")).limit(ROWS_AT_ONCE);
    after
        .filter(key -> key.attributes().containsKey(EventItems.RECEIVED))
        .ifPresent(key -> query.exclusiveStartKey(key.startKey()));
    QueryResponse answer = database.client().query(query.build());
    Optional<PageKey> next =
        answer.hasLastEvaluatedKey()
            ? Optional.of(PageKey.of(answer.lastEvaluatedKey(), answer.lastEvaluatedKey().keySet()))
            : EventKeys.shardAfter(shard, to)
                .map(following -> new PageKey(new TreeMap<>(Map.of(EventItems.HOUR, following))));
    return new Page<>(rows(answer.items().stream().map(EventIndex::entry).toList()), next);
  }

  /** The hour that a place in a {@link #walk} has come to. */
  public static Instant reached(PageKey place) {
    return EventKeys.hourOf(String.valueOf(place.attributes().get(EventItems.HOUR)));
  }

  /** A position without an id is above every event of its time, so it may end an hour. */
  private static Instant hourBelow(String position) {
    Instant at = TimeKeys.timeOf(position);
    return (position.endsWith("#") ? at.minusMillis(1) : at).truncatedTo(ChronoUnit.HOURS);
  }

  private List<Entry> newestOfHour(
      Instant hour, String low, String high, Set<EventStanding> standings, int most) {
    List<Entry> found = new ArrayList<>();
    for (int shard = 0; shard < EventKeys.SHARDS; shard++) {
      QueryRequest request =
          query(EventKeys.hour(hour, shard), low, high)
              .scanIndexForward(false)
              .limit(ROWS_AT_ONCE)
              .build();
      database.client().queryPaginator(request).items().stream()
          .filter(item -> stands(item, standings))
          .map(EventIndex::entry)
          // BETWEEN takes both ends; a page goes on below its last row.
          .filter(entry -> !entry.received().equals(high))
          .limit(most)
          .forEach(found::add);
    }
    return found.stream()
        .sorted(Comparator.comparing(Entry::received).reversed())
        .limit(most)
        .toList();
  }

  private static boolean stands(Map<String, AttributeValue> item, Set<EventStanding> standings) {
    return new ItemReader(Table.CALL_EVENTS, item)
        .findText(EventItems.STATUS)
        .flatMap(EventStanding::ofWireName)
        .filter(standings::contains)
        .isPresent();
  }

  private QueryRequest.Builder query(String shard, String low, String high) {
    return QueryRequest.builder()
        .tableName(database.name(Table.CALL_EVENTS))
        .indexName(INDEX)
        .keyConditionExpression("#hour = :hour AND #received BETWEEN :low AND :high")
        .expressionAttributeNames(
            Map.of("#hour", EventItems.HOUR, "#received", EventItems.RECEIVED))
        .expressionAttributeValues(
            Map.of(
                ":hour", AttributeValue.fromS(shard),
                ":low", AttributeValue.fromS(low),
                ":high", AttributeValue.fromS(high)));
  }

  private static Entry entry(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(Table.CALL_EVENTS, item);
    return new Entry(
        reader.text(EventItems.RECEIVED),
        new EventId(
            reader.text(Table.CALL_EVENTS.hashName()),
            reader.text(Table.CALL_EVENTS.rangeName().orElseThrow())));
  }

  /** In the order of the entries; what expired meanwhile is left out. */
  private List<EventRow> rows(List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<EventId, EventRow> read = new HashMap<>();
    database
        .getAll(Table.CALL_EVENTS, entries.stream().map(entry -> entry.id().key()).toList())
        .forEach(
            item -> {
              EventRow row = EventItems.read(item);
              read.put(row.id(), row);
            });
    return entries.stream()
        .flatMap(entry -> Optional.ofNullable(read.get(entry.id())).stream())
        .toList();
  }

  private static PageKey key(String received) {
    return new PageKey(new TreeMap<>(Map.of(EventItems.RECEIVED, received)));
  }
}
