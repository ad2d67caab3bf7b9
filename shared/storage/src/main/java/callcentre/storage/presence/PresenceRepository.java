package callcentre.storage.presence;

import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceEvidence;
import callcentre.domain.presence.PresenceInterval;
import callcentre.domain.presence.PresenceRules;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Table {@code agent_status_history}: what is known of each colleague, and the intervals that
 * follow from it. Both change together, so the intervals are always those of the evidence.
 */
public final class PresenceRepository {

  private static final int SCHEMA_VERSION = 1;
  private static final Table TABLE = Table.AGENT_STATUS_HISTORY;

  private final Database database;
  private final VersionedRows<PresenceEvidence> rows;

  public PresenceRepository(Database database) {
    this.database = database;
    rows = new VersionedRows<>(database, TABLE, SCHEMA_VERSION, new PresenceItems());
  }

  /** What is known of a colleague, strongly consistent: 1 request. */
  public PresenceEvidence find(Extension extension) {
    return rows.find(PresenceItems.keyOf(extension))
        .map(Versioned::value)
        .orElseGet(() -> PresenceEvidence.none(extension));
  }

  /** What is known of everybody, as of a moment ago: 1 request per megabyte. */
  public List<PresenceEvidence> floor() {
    return versionedFloor().stream().map(Versioned::value).toList();
  }

  /** The rows of {@link #floor} with their versions. */
  public List<Versioned<PresenceEvidence>> versionedFloor() {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(database.name(TABLE))
            .indexName("by_floor")
            .keyConditionExpression("#floor = :floor")
            .expressionAttributeNames(Map.of("#floor", PresenceItems.FLOOR))
            .expressionAttributeValues(Map.of(":floor", AttributeValue.fromS(PresenceItems.FLOOR)))
            .build();
    return database.client().queryPaginator(query).items().stream()
        .map(item -> rows.read(new ItemReader(TABLE, item)))
        .toList();
  }

  /**
   * What an item of the table says that came by another way, for example by its stream.
   *
   * @return empty for an interval
   */
  public static Optional<Versioned<PresenceEvidence>> image(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(TABLE, item);
    return PresenceItems.isPresence(reader)
        ? Optional.of(
            new Versioned<>(new PresenceItems().read(reader), reader.number(VersionedRows.VERSION)))
        : Optional.empty();
  }

  /**
   * Adds to what is known of a colleague: 1 request when it says nothing new, else 2. The intervals
   * that changed with it are written in the same transaction.
   *
   * @param addition a function of what is known, called again after a conflict
   * @throws VersionConflictException when every attempt met a conflict
   */
  public Outcome add(Extension extension, UnaryOperator<PresenceEvidence> addition) {
    return database.conflicts().run(() -> tryAdding(extension, addition));
  }

  /**
   * The intervals that lie in this time or reach into it, in order: 2 requests, more for each
   * further megabyte.
   *
   * @param from included
   * @param to excluded
   */
  public List<PresenceInterval> history(Extension extension, Instant from, Instant to) {
    List<PresenceInterval> found = new ArrayList<>();
    // Intervals do not overlap: at most the last one that began before reaches into the time.
    QueryRequest last =
        between(extension, Instant.EPOCH, from).scanIndexForward(false).limit(1).build();
    database.client().query(last).items().stream()
        .map(PresenceRepository::interval)
        .filter(interval -> interval.to().isAfter(from))
        .forEach(found::add);
    database.client().queryPaginator(between(extension, from, to).build()).items().stream()
        .map(PresenceRepository::interval)
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Those that begin in this time. */
  private QueryRequest.Builder between(Extension extension, Instant from, Instant to) {
    return QueryRequest.builder()
        .tableName(database.name(TABLE))
        .consistentRead(true)
        .keyConditionExpression("#extension = :extension AND #at BETWEEN :from AND :to")
        .expressionAttributeNames(
            Map.of("#extension", TABLE.hashName(), "#at", TABLE.rangeName().orElseThrow()))
        .expressionAttributeValues(
            new ItemWriter()
                .text(":extension", extension.digits())
                .text(":from", IntervalItems.range(from))
                .text(":to", IntervalItems.range(to.minusNanos(1)))
                .build());
  }

  private static PresenceInterval interval(Map<String, AttributeValue> item) {
    return IntervalItems.read(new ItemReader(TABLE, item));
  }

  private Outcome tryAdding(Extension extension, UnaryOperator<PresenceEvidence> addition) {
    Optional<Versioned<PresenceEvidence>> seen = rows.find(PresenceItems.keyOf(extension));
    PresenceEvidence before =
        seen.map(Versioned::value).orElseGet(() -> PresenceEvidence.none(extension));
    PresenceEvidence after = addition.apply(before);
    if (after.equals(before)) {
      return Outcome.UNCHANGED;
    }
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(rows.prepare(seen, after)).build());
    writes.addAll(intervalWrites(before, after));
    try {
      database.client().transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)) {
        throw new VersionConflictException(TABLE);
      }
      throw cancelled;
    }
    return seen.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
  }

  private List<TransactWriteItem> intervalWrites(PresenceEvidence before, PresenceEvidence after) {
    Set<PresenceInterval> old = intervals(before, after.completeFrom());
    Set<PresenceInterval> wanted = intervals(after, after.completeFrom());
    Set<Instant> begun = new HashSet<>();
    List<TransactWriteItem> writes = new ArrayList<>();
    for (PresenceInterval interval : wanted) {
      begun.add(interval.from());
      if (!old.contains(interval)) {
        Put put =
            Put.builder()
                .tableName(database.name(TABLE))
                .item(IntervalItems.write(after.extension(), interval))
                .build();
        writes.add(TransactWriteItem.builder().put(put).build());
      }
    }
    for (PresenceInterval interval : old) {
      if (!begun.contains(interval.from())) {
        Delete delete =
            Delete.builder()
                .tableName(database.name(TABLE))
                .key(IntervalItems.key(after.extension(), interval.from()))
                .build();
        writes.add(TransactWriteItem.builder().delete(delete).build());
      }
    }
    return writes;
  }

  /** What was made of evidence that is given up stands as it is. */
  private static Set<PresenceInterval> intervals(PresenceEvidence evidence, Instant completeFrom) {
    Set<PresenceInterval> kept = new HashSet<>();
    for (PresenceInterval interval : evidence.intervals(PresenceRules.USUAL)) {
      if (!interval.from().isBefore(completeFrom)) {
        kept.add(interval);
      }
    }
    return kept;
  }
}
