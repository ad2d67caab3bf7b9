package callcentre.storage.sync;

import callcentre.domain.sync.SyncJob;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.VersionedRows;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The syncs that were asked for: table {@code sync_jobs}. How a job gets hold of its datasets and
 * lets them go is in {@link SyncClaims}.
 */
public final class SyncJobRepository {

  static final int SCHEMA_VERSION = 1;

  private final Database database;
  private final VersionedRows<SyncJob> rows;

  public SyncJobRepository(Database database) {
    this.database = database;
    this.rows = rows(database);
  }

  static VersionedRows<SyncJob> rows(Database database) {
    return new VersionedRows<>(database, Table.SYNC_JOBS, SCHEMA_VERSION, new SyncJobItems());
  }

  /** One job, strongly consistent: 1 request. */
  public Optional<SyncJob> find(String id) {
    return rows.find(SyncJobItems.key(id)).map(Versioned::value);
  }

  /** A page of jobs, newest first, as far as their ids are in order of time: 1 request. */
  public Page<SyncJob> page(int limit, Optional<PageKey> from) {
    return versionedPage(limit, from).map(Versioned::value);
  }

  /** The rows of {@link #page} with their versions. */
  public Page<Versioned<SyncJob>> versionedPage(int limit, Optional<PageKey> from) {
    return rows.page(Table.ACCOUNT, limit, from, Order.DESCENDING);
  }

  /** What an item of the table says that came by another way, for example by its stream. */
  public static Versioned<SyncJob> image(Map<String, AttributeValue> item) {
    ItemReader reader = new ItemReader(Table.SYNC_JOBS, item);
    return new Versioned<>(new SyncJobItems().read(reader), reader.number(VersionedRows.VERSION));
  }

  /**
   * Changes a job, for example to show how far it came: 2 requests, or 1 when the change returns an
   * equal job.
   *
   * @return the job as it is stored; empty when there is none with that id
   * @throws VersionConflictException when every attempt met a conflict; nothing was written
   */
  public Optional<SyncJob> change(String id, UnaryOperator<SyncJob> change) {
    return database
        .conflicts()
        .run(
            () ->
                rows.find(SyncJobItems.key(id))
                    .map(seen -> rows.put(Optional.of(seen), change.apply(seen.value())).value()));
  }
}
