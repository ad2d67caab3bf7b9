package callcentre.storage.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Where the copy of each dataset stands, and who pulls it: table {@code sync_state}, one item a
 * dataset. A claim is taken and ended together with its job ({@link SyncJobRepository}); between
 * the two only the worker that holds it writes here.
 */
public final class SyncStateRepository {

  private static final String IS_MINE = "#job = :job AND #worker = :worker";

  private final Database database;

  public SyncStateRepository(Database database) {
    this.database = database;
  }

  /** One dataset's state, strongly consistent: 1 request. */
  public SyncState find(Dataset dataset) {
    return database
        .get(Table.SYNC_STATE, SyncStateItems.key(dataset))
        .map(SyncStateItems::read)
        .orElseGet(() -> SyncState.untouched(dataset));
  }

  /** The state of every dataset, strongly consistent: 1 request. */
  public Map<Dataset, SyncState> all() {
    Map<Dataset, SyncState> states = new EnumMap<>(Dataset.class);
    for (Dataset dataset : Dataset.values()) {
      states.put(dataset, SyncState.untouched(dataset));
    }
    database
        .getAll(Table.SYNC_STATE, Arrays.stream(Dataset.values()).map(SyncStateItems::key).toList())
        .forEach(
            item -> {
              SyncState state = SyncStateItems.read(item);
              states.put(state.dataset(), state);
            });
    return states;
  }

  /**
   * Makes a worker the one that pulls a dataset for its job: 1 request. A message that is delivered
   * twice finds another worker there.
   *
   * @param worker unique to one run of the worker
   * @param expiresAt when another worker may follow unless this one {@link #extend}s its claim
   * @return the state now; empty when the job does not hold the dataset any more, or another worker
   *     is alive
   */
  public Optional<SyncState> takeOver(
      Dataset dataset, String jobId, String worker, Instant expiresAt, Instant now) {
    return update(
        dataset,
        "SET #worker = :worker, #expires = :expires",
        "#job = :job AND (attribute_not_exists(#worker) OR #worker = :worker OR #expires <= :now)",
        new ItemWriter()
            .text(":job", jobId)
            .text(":worker", worker)
            .millis(":expires", expiresAt)
            .millis(":now", now));
  }

  /**
   * Says that a worker is still at it: 1 request.
   *
   * @return false when the claim is not its own any more; it must stop without another write
   */
  public boolean extend(Dataset dataset, String jobId, String worker, Instant expiresAt) {
    return update(
            dataset,
            "SET #expires = :expires",
            IS_MINE,
            new ItemWriter()
                .text(":job", jobId)
                .text(":worker", worker)
                .millis(":expires", expiresAt))
        .isPresent();
  }

  /**
   * Remembers how far a worker came, so that the next one continues there: 1 request.
   *
   * @return false when the claim is not its own any more; nothing was written
   */
  public boolean checkpoint(
      Dataset dataset, String jobId, String worker, String cursor, Instant expiresAt) {
    return update(
            dataset,
            "SET #cursor = :cursor, #expires = :expires",
            IS_MINE,
            new ItemWriter()
                .text(":job", jobId)
                .text(":worker", worker)
                .text(":cursor", cursor)
                .millis(":expires", expiresAt))
        .isPresent();
  }

  /**
   * Lets another worker go on with the same job: 1 request. The cursor stays where it is.
   *
   * @param expiresAt when the job counts as lost unless a worker takes it up before
   * @return false when the claim is not its own any more
   */
  public boolean handBack(Dataset dataset, String jobId, String worker, Instant expiresAt) {
    return update(
            dataset,
            "SET #expires = :expires REMOVE #worker",
            IS_MINE,
            new ItemWriter()
                .text(":job", jobId)
                .text(":worker", worker)
                .millis(":expires", expiresAt))
        .isPresent();
  }

  /**
   * Lets another worker go on with a job whose worker vanished: 1 request. The cursor stays.
   *
   * @param expiresAt when the job counts as lost again unless a worker takes it up before
   * @return false when its claim has not run out, or is another job's: nothing was written
   */
  public boolean reclaim(Dataset dataset, String jobId, Instant expiresAt, Instant now) {
    return update(
            dataset,
            "SET #expires = :expires REMOVE #worker",
            "#job = :job AND #expires <= :now",
            new ItemWriter().text(":job", jobId).millis(":expires", expiresAt).millis(":now", now))
        .isPresent();
  }

  private Optional<SyncState> update(
      Dataset dataset, String update, String condition, ItemWriter values) {
    try {
      var answer =
          database
              .client()
              .updateItem(
                  UpdateItemRequest.builder()
                      .tableName(database.name(Table.SYNC_STATE))
                      .key(SyncStateItems.key(dataset))
                      .updateExpression(update)
                      .conditionExpression(condition)
                      .expressionAttributeNames(ClaimNames.in(update + condition))
                      .expressionAttributeValues(values.build())
                      .returnValues(ReturnValue.ALL_NEW)
                      .build());
      return Optional.of(
          SyncStateItems.read(new ItemReader(Table.SYNC_STATE, answer.attributes())));
    } catch (ConditionalCheckFailedException notMine) {
      return Optional.empty();
    }
  }
}
