package callcentre.storage.extensions;

import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionEvidence;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.extensions.ProbePlan;
import callcentre.domain.people.Extension;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The extensions of the account and the misses of probing: table {@code mightycall_extensions}, at
 * most 1,000 extensions. The team of the same table is in {@link TeamRepository}.
 */
public final class ExtensionRepository {

  private static final int SCHEMA_VERSION = 1;
  private static final String EXTENSION = Kind.EXTENSION.wireName();
  private static final String PROBE_MISS = Kind.PROBE_MISS.wireName();

  private final Database database;
  private final VersionedRows<AccountExtension> rows;

  public ExtensionRepository(Database database) {
    this.database = database;
    this.rows =
        new VersionedRows<>(
            database, Table.MIGHTYCALL_EXTENSIONS, SCHEMA_VERSION, new ExtensionItems());
  }

  /** A page in order of the extension's value: 1 request. */
  public Page<AccountExtension> page(int limit, Optional<PageKey> from) {
    return rows.page(EXTENSION, limit, from, Order.ASCENDING).map(Versioned::value);
  }

  /** Every extension in order, strongly consistent: 1 request per megabyte, some 2,000 rows. */
  public List<Versioned<AccountExtension>> all() {
    return rows.all(EXTENSION);
  }

  /** One extension, strongly consistent: 1 request. */
  public Optional<Versioned<AccountExtension>> find(Extension extension) {
    return rows.find(ExtensionItems.key(extension));
  }

  /**
   * Changes an extension's row, again on what it has become when somebody was faster: 1 request
   * with {@code seen}, 2 without, 1 less when the change returns an equal row.
   *
   * @param seen the row as it was read; empty reads it first
   * @param change gets the stored row, or empty when there is none
   * @throws VersionConflictException when every attempt met a conflict; nothing was written
   */
  public Written<AccountExtension> change(
      Extension extension,
      Optional<Versioned<AccountExtension>> seen,
      Function<Optional<AccountExtension>, AccountExtension> change) {
    return rows.change(ExtensionItems.key(extension), seen, change);
  }

  /**
   * What probing found empty and nothing else names, as far as it is still remembered: 1 request.
   */
  public List<ExtensionEvidence> misses(Instant now) {
    return database.queryAll(Table.MIGHTYCALL_EXTENSIONS, PROBE_MISS).stream()
        .map(ExtensionRepository::readMiss)
        .filter(miss -> miss.observedAt().plus(ProbePlan.MISS_MEMORY).isAfter(now))
        .map(miss -> ExtensionEvidence.none(miss.extension()).merge(miss))
        .toList();
  }

  /**
   * Remembers for {@link ProbePlan#MISS_MEMORY} that nobody is at an extension of which nothing
   * else is known: 1 request.
   */
  public void remember(ProfileMissed miss) {
    Map<String, AttributeValue> item =
        new ItemWriter()
            .all(Table.MIGHTYCALL_EXTENSIONS.key(PROBE_MISS, ExtensionItems.id(miss.extension())))
            .text("extension", miss.extension().digits())
            .time("at", miss.observedAt())
            .seconds("ttl", miss.observedAt().plus(ProbePlan.MISS_MEMORY))
            .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION)
            .build();
    database
        .client()
        .putItem(
            request -> request.tableName(database.name(Table.MIGHTYCALL_EXTENSIONS)).item(item));
  }

  private static ProfileMissed readMiss(ItemReader item) {
    return new ProfileMissed(item.read("extension", Extension::new), item.time("at"));
  }
}
