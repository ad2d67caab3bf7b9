package callcentre.storage.organisations;

import callcentre.domain.organisations.Organisation;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Order;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.TableVersion;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.people.UserRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The organisations with their settings: table {@code organisations}, at most 200 rows. */
public final class OrganisationRepository {

  private static final int SCHEMA_VERSION = 1;

  private final Database database;
  private final VersionedRows<Organisation> rows;

  public OrganisationRepository(Database database) {
    this.database = database;
    this.rows =
        new VersionedRows<>(database, Table.ORGANISATIONS, SCHEMA_VERSION, new OrganisationItems());
  }

  /** One organisation with its settings, strongly consistent: 1 request. */
  public Optional<Versioned<Organisation>> find(OrganisationId id) {
    return rows.find(OrganisationItems.key(id));
  }

  /** A page in order of the id: 1 request. */
  public Page<Organisation> page(int limit, Optional<PageKey> from) {
    return rows.page(Table.ACCOUNT, limit, from, Order.ASCENDING).map(Versioned::value);
  }

  /** Every organisation, strongly consistent: 1 request per megabyte, some 200 rows. */
  public List<Organisation> all() {
    return rows.all(Table.ACCOUNT).stream().map(Versioned::value).toList();
  }

  /** The names of those organisations that exist: 1 request per 100, none for none. */
  public Map<OrganisationId, String> names(Set<OrganisationId> ids) {
    Map<OrganisationId, String> names = new HashMap<>();
    rows.findAll(ids.stream().map(OrganisationItems::key).toList())
        .forEach(row -> names.put(row.value().id(), row.value().name()));
    return Map.copyOf(names);
  }

  /**
   * Counts the creations. Who read it before it counted the organisations can {@link #create} one
   * on condition that none was added meanwhile.
   */
  public static TableVersion creations(Database database) {
    return new TableVersion(
        database, Table.ORGANISATIONS, Table.ORGANISATIONS.key("#version", "organisations"));
  }

  /**
   * Creates an organisation with the default settings, or renames the one with that id, however
   * many there are: 2 requests, or 1 when it already has the name.
   *
   * @throws VersionConflictException when every attempt met a conflict; nothing was written
   */
  public Written<Organisation> name(OrganisationId id, String name, Instant now) {
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<Organisation>> seen = find(id);
              return seen.isPresent()
                  ? rename(seen.get(), name, now)
                  : create(Organisation.named(id, name, now), creations(database).countUp());
            });
  }

  /**
   * Renames the organisation that was read: 1 request, none when it already has the name.
   *
   * @throws VersionConflictException when the row is another one by now; nothing was written
   */
  public Written<Organisation> rename(Versioned<Organisation> seen, String name, Instant now) {
    return rows.put(Optional.of(seen), seen.value().renamed(name, now));
  }

  /**
   * Creates an organisation if none was created since the caller looked: 1 request.
   *
   * @param creationsSeen read before the organisations were counted ({@link #creations})
   * @throws VersionConflictException when there is one with that id, or any was created meanwhile;
   *     nothing was written, look again
   */
  public Written<Organisation> create(Organisation organisation, long creationsSeen) {
    return create(organisation, creations(database).countUpFrom(creationsSeen));
  }

  private Written<Organisation> create(Organisation organisation, TransactWriteItem counted) {
    Optional<Versioned<Organisation>> absent = Optional.empty();
    TransactWriteItem row =
        TransactWriteItem.builder().put(rows.prepare(absent, organisation)).build();
    try {
      database.client().transactWriteItems(request -> request.transactItems(row, counted));
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)
          || Transactions.conditionFailed(cancelled, 1)) {
        throw new VersionConflictException(Table.ORGANISATIONS);
      }
      throw cancelled;
    }
    return rows.written(absent, organisation);
  }

  /**
   * Replaces the settings of the organisation that was read: 1 request, none when they are equal.
   * The version that comes with every read of the organisation is what an {@code ETag} stands for.
   *
   * @param seen under the version that the caller named, or as it was just read
   * @throws VersionConflictException when the row is another one by now; nothing was written
   */
  public Written<Organisation> settings(
      Versioned<Organisation> seen, OrganisationSettings settings, Instant now) {
    return rows.put(Optional.of(seen), seen.value().with(settings, now));
  }

  /**
   * Removes an organisation that owns no number and has no user: 1 request. The caller looked, and
   * names what it looked at.
   *
   * @param numbersVersion of the directory in which the organisation owned nothing ({@link
   *     NumberAssignmentRepository#version})
   * @param usersVersion read before the users among whom nobody belonged to it ({@link
   *     UserRepository#version})
   * @throws UnknownOrganisationException when there is no such organisation
   * @throws VersionConflictException when a number or a user was written meanwhile; nothing was
   *     removed, look again
   */
  public void delete(OrganisationId id, long numbersVersion, long usersVersion) {
    TransactWriteItem removal =
        TransactWriteItem.builder()
            .delete(
                Delete.builder()
                    .tableName(database.name(Table.ORGANISATIONS))
                    .key(OrganisationItems.key(id))
                    .conditionExpression("attribute_exists(#hash)")
                    .expressionAttributeNames(Map.of("#hash", Table.ORGANISATIONS.hashName()))
                    .build())
            .build();
    List<TransactWriteItem> writes =
        List.of(
            removal,
            NumberAssignmentRepository.version(database).mustStillBe(numbersVersion),
            UserRepository.version(database).mustStillBe(usersVersion));
    try {
      database
          .conflicts()
          .run(
              () -> database.client().transactWriteItems(request -> request.transactItems(writes)));
    } catch (TransactionCanceledException cancelled) {
      if (Transactions.conditionFailed(cancelled, 0)) {
        throw new UnknownOrganisationException(id);
      }
      if (Transactions.conditionFailed(cancelled, 1)
          || Transactions.conditionFailed(cancelled, 2)) {
        throw new VersionConflictException(Table.ORGANISATIONS);
      }
      throw cancelled;
    }
  }
}
