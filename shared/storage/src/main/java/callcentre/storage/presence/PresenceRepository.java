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
import callcentre.storage.history.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
  private final Supplier<Retention> retention;

  /** Presence whose intervals are kept as long as usual, {@link PresenceRetention#USUAL_DAYS}. */
  public PresenceRepository(Database database) {
    this(database, () -> new Retention(Optional.of(PresenceRetention.USUAL_DAYS)));
  }

  /**
   * Presence of the stage.
   *
   * @param retention of the intervals; asked at each write of some
   */
  public PresenceRepository(Database database, Supplier<Retention> retention) {
    this.database = database;
    this.retention = retention;
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
   * that changed with it are written in the same transaction. What is too old to be kept as
   * evidence is in the history all the same: 3 requests when it is there, else 4.
   *
   * @param addition adds to evidence, to whatever it is given; called again after a conflict
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
    // One that was made of evidence given up since may reach into those that followed.
    return PresenceInterval.inSequence(stored(extension, from, to));
  }

  private List<PresenceInterval> stored(Extension extension, Instant from, Instant to) {
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
    PresenceEvidence added = addition.apply(PresenceEvidence.none(extension));
    PresenceEvidence after = before.join(added);
    IntervalChanges history = IntervalChanges.between(before, added);
    if (!after.equals(before)) {
      List<TransactWriteItem> writes = new ArrayList<>();
      writes.add(TransactWriteItem.builder().put(rows.prepare(seen, after)).build());
      writes.addAll(writes(history));
      write(writes);
      return seen.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    }
    if (history.isEmpty()) {
      return Outcome.UNCHANGED;
    }
    // Too old to be kept as evidence: the history alone tells of it.
    List<TransactWriteItem> missing = writes(missing(added));
    if (missing.isEmpty()) {
      return Outcome.UNCHANGED;
    }
    write(missing);
    return Outcome.UPDATED;
  }

  private void write(List<TransactWriteItem> writes) {
    try {
      database.client().transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)) {
        throw new VersionConflictException(TABLE);
      }
      throw cancelled;
    }
  }

  /** What the stored history does not have of it: 2 requests. */
  private IntervalChanges missing(PresenceEvidence added) {
    List<PresenceInterval> own = added.intervals(PresenceRules.USUAL);
    return IntervalChanges.over(
        stored(added.extension(), own.getFirst().from(), own.getLast().to()), added);
  }

  private List<TransactWriteItem> writes(IntervalChanges changes) {
    Retention kept = retention.get();
    List<TransactWriteItem> writes = new ArrayList<>();
    for (PresenceInterval interval : changes.put()) {
      Put put =
          Put.builder()
              .tableName(database.name(TABLE))
              .item(IntervalItems.write(changes.extension(), interval, kept))
              .build();
      writes.add(TransactWriteItem.builder().put(put).build());
    }
    for (Instant from : changes.deleted()) {
      Delete delete =
          Delete.builder()
              .tableName(database.name(TABLE))
              .key(IntervalItems.key(changes.extension(), from))
              .build();
      writes.add(TransactWriteItem.builder().delete(delete).build());
    }
    return writes;
  }
}
