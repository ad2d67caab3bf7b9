package callcentre.storage.database;

import callcentre.storage.Order;
import callcentre.storage.Outcome;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Rows that are written whole, on condition of the version that was read. A row that a newer
 * release wrote (a higher {@code schema_version}) is read but never overwritten: this release would
 * drop the attributes that it does not know.
 */
public final class VersionedRows<T> {

  /** The attribute that counts a row's writes. */
  public static final String VERSION = "version";

  /** The attribute that says which form of the row was written. */
  public static final String SCHEMA_VERSION = "schema_version";

  private final Database database;
  private final Table table;
  private final int schemaVersion;
  private final RowMapper<T> mapper;

  /**
   * The rows of one table.
   *
   * @param schemaVersion the form that the mapper writes, 1 or more
   */
  public VersionedRows(Database database, Table table, int schemaVersion, RowMapper<T> mapper) {
    this.database = database;
    this.table = table;
    this.schemaVersion = schemaVersion;
    this.mapper = mapper;
  }

  /** One row, strongly consistent: 1 request. */
  public Optional<Versioned<T>> find(Map<String, AttributeValue> key) {
    return database.get(table, key).map(this::read);
  }

  /** Rows by their keys, in no order: 1 request per 100. */
  public List<Versioned<T>> findAll(Collection<Map<String, AttributeValue>> keys) {
    return database.getAll(table, keys).stream().map(this::read).toList();
  }

  /** Every row under a hash key, strongly consistent: 1 request per megabyte. */
  public List<Versioned<T>> all(String hash) {
    return database.queryAll(table, hash).stream().map(this::read).toList();
  }

  /** A page of the rows under a hash key: 1 request. */
  public Page<Versioned<T>> page(String hash, int limit, Optional<PageKey> from, Order order) {
    return database.queryPage(table, hash, limit, from, order).map(this::read);
  }

  /**
   * Writes a row in place of the one that was read: 1 request, or none when they are equal.
   *
   * @param seen the row as it was read; empty when there was none
   * @throws VersionConflictException when the stored row is another one than was read
   */
  public Written<T> put(Optional<Versioned<T>> seen, T next) {
    if (seen.isPresent() && seen.get().value().equals(next)) {
      return new Written<>(seen.get(), Outcome.UNCHANGED);
    }
    Put write = prepare(seen, next);
    try {
      database
          .client()
          .putItem(
              PutItemRequest.builder()
                  .tableName(write.tableName())
                  .item(write.item())
                  .conditionExpression(write.conditionExpression())
                  .expressionAttributeNames(write.expressionAttributeNames())
                  .expressionAttributeValues(
                      seen.isPresent() ? write.expressionAttributeValues() : null)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
    } catch (ConditionalCheckFailedException refused) {
      // The SDK repeats a write whose answer was lost; the row is then already what we wanted.
      if (!refused.hasItem() || !refused.item().equals(write.item())) {
        throw refusal(refused.item());
      }
    }
    return written(seen, next);
  }

  /** The write of {@link #put} as a part of a transaction; the caller reads the outcome. */
  public Put prepare(Optional<Versioned<T>> seen, T next) {
    Put.Builder write =
        Put.builder()
            .tableName(database.name(table))
            .item(
                mapper
                    .write(next)
                    .all(mapper.key(next))
                    .number(VERSION, versionAfter(seen))
                    .number(SCHEMA_VERSION, schemaVersion)
                    .build())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    return VersionCondition.on(write, table, seen.map(Versioned::version), schemaVersion);
  }

  /** What {@link #prepare} has written once its transaction succeeded. */
  public Written<T> written(Optional<Versioned<T>> seen, T next) {
    return new Written<>(
        new Versioned<>(next, versionAfter(seen)),
        seen.isPresent() ? Outcome.UPDATED : Outcome.INSERTED);
  }

  /**
   * Changes a row, and repeats the change on what the row has become when somebody was faster.
   *
   * @param seen the row as it was read, which saves reading it; empty reads it first
   * @param change a function of the stored row, called again after a conflict
   * @throws VersionConflictException when every attempt met a conflict
   */
  public Written<T> change(
      Map<String, AttributeValue> key,
      Optional<Versioned<T>> seen,
      Function<Optional<T>, T> change) {
    AtomicReference<Optional<Versioned<T>>> known = new AtomicReference<>(seen);
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<T>> row = known.getAndSet(Optional.empty());
              Optional<Versioned<T>> current = row.isPresent() ? row : find(key);
              return put(current, change.apply(current.map(Versioned::value)));
            });
  }

  /**
   * Removes the row that was read: 1 request. A row that is gone already counts as removed.
   *
   * @throws VersionConflictException when the stored row is another one than was read
   */
  public void delete(Versioned<T> seen) {
    try {
      database
          .client()
          .deleteItem(
              DeleteItemRequest.builder()
                  .tableName(database.name(table))
                  .key(mapper.key(seen.value()))
                  .conditionExpression("#version = :seen")
                  .expressionAttributeNames(Map.of("#version", VERSION))
                  .expressionAttributeValues(
                      new ItemWriter().number(":seen", seen.version()).build())
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build());
    } catch (ConditionalCheckFailedException refused) {
      if (refused.hasItem()) {
        throw new VersionConflictException(table);
      }
    }
  }

  /** Reads a row that came by another way, for example from an index. */
  public Versioned<T> read(ItemReader item) {
    return new Versioned<>(mapper.read(item), item.number(VERSION));
  }

  private RuntimeException refusal(Map<String, AttributeValue> stored) {
    AttributeValue schema = stored.get(SCHEMA_VERSION);
    return schema != null && Integer.parseInt(schema.n()) > schemaVersion
        ? new NewerRowException(table)
        : new VersionConflictException(table);
  }

  private static long versionAfter(Optional<? extends Versioned<?>> seen) {
    return seen.isPresent() ? seen.get().version() + 1 : 1;
  }
}
