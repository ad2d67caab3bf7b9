package callcentre.storage.history;

import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Reads one stretch of an index, newest first, as far as it is asked to. */
final class Lane {

  private final Database database;
  private final Stretch stretch;
  private final Optional<String> below;
  private final Deque<String> hashes;
  private final Deque<ItemReader> buffer = new ArrayDeque<>();
  private Map<String, AttributeValue> start = Map.of();

  /**
   * @param below only rows behind this position
   */
  Lane(Database database, Stretch stretch, Optional<String> below) {
    this.database = database;
    this.stretch = stretch;
    this.below = below;
    this.hashes = new ArrayDeque<>(isOver() ? List.of() : stretch.hashes());
    if (isOfMonths()) {
      below
          .map(position -> position.substring(0, "2026-11".length()))
          .ifPresent(month -> hashes.removeIf(hash -> hash.compareTo(month) > 0));
    }
  }

  /** Whether it must be read on before its newest row is known. */
  boolean isHungry() {
    return buffer.isEmpty() && !hashes.isEmpty();
  }

  /**
   * How far it was read: it has nothing more from there on. An empty month is passed as well, so
   * that a list goes on where there is nothing.
   */
  String frontier() {
    if (!start.isEmpty()) {
      return position(new ItemReader(stretch.index().table(), start));
    }
    String untouched = below.orElse(TimeKeys.NEWEST);
    String month = hashes.getFirst() + TimeKeys.NEWEST;
    return isOfMonths() && month.compareTo(untouched) < 0 ? month : untouched;
  }

  /** Where its newest row stands; empty when nothing is left. */
  Optional<String> head() {
    return buffer.isEmpty() ? Optional.empty() : Optional.of(position(buffer.getFirst()));
  }

  ItemReader take() {
    return buffer.removeFirst();
  }

  /**
   * One query.
   *
   * @param rows 1 or more
   */
  void read(int rows) {
    String hash = hashes.getFirst();
    String newest = TimeKeys.before(stretch.to());
    String to = below.filter(position -> position.compareTo(newest) < 0).orElse(newest);
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(database.name(stretch.index().table()))
            .indexName(stretch.index().name())
            .keyConditionExpression("#hash = :hash AND #range BETWEEN :from AND :to")
            .expressionAttributeNames(
                Map.of("#hash", stretch.index().hash(), "#range", stretch.index().range()))
            .expressionAttributeValues(
                new ItemWriter()
                    .text(":hash", hash)
                    .text(":from", TimeKeys.from(stretch.from()))
                    .text(":to", to)
                    .build())
            .scanIndexForward(false)
            // The position itself belongs to the page before.
            .limit(below.isPresent() && start.isEmpty() ? rows + 1 : rows);
    if (!start.isEmpty()) {
      query.exclusiveStartKey(start);
    }
    QueryResponse answer = database.client().query(query.build());
    for (Map<String, AttributeValue> item : answer.items()) {
      ItemReader read = new ItemReader(stretch.index().table(), item);
      if (below.filter(position(read)::equals).isEmpty()) {
        buffer.add(read);
      }
    }
    start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    if (start.isEmpty()) {
      hashes.removeFirst();
    }
  }

  /** Reads to the end. */
  List<ItemReader> readAll() {
    while (!hashes.isEmpty()) {
      read(Integer.MAX_VALUE - 1);
    }
    List<ItemReader> all = new ArrayList<>(buffer);
    buffer.clear();
    return all;
  }

  /** DynamoDB refuses a range whose end is before its start. */
  private boolean isOver() {
    return stretch.isEmpty()
        || below.filter(at -> at.compareTo(TimeKeys.from(stretch.from())) < 0).isPresent();
  }

  private boolean isOfMonths() {
    return stretch.hashes().size() > 1;
  }

  private String position(ItemReader item) {
    return item.text(stretch.index().range());
  }
}
