package callcentre.storage.people;

import callcentre.domain.people.User;
import callcentre.storage.Order;
import callcentre.storage.Outcome;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.TableVersion;
import callcentre.storage.database.VersionedRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The people of the dashboard: table {@code users}, at most 1,000 rows. A version item counts the
 * writes of all rows, so that an organisation can be removed on condition that nobody joined it
 * meanwhile.
 */
public final class UserRepository {

  /** More would not fit one transaction, which has at most 100 parts (DynamoDB API reference). */
  public static final int MOST_ORGANISATIONS = 90;

  static final int SCHEMA_VERSION = 1;

  private final Database database;
  private final VersionedRows<User> rows;

  public UserRepository(Database database) {
    this.database = database;
    this.rows =
        new VersionedRows<>(database, Table.USERS, SCHEMA_VERSION, new UserItems(Table.ACCOUNT));
  }

  /** Counts the writes of users. */
  public static TableVersion version(Database database) {
    return new TableVersion(database, Table.USERS, Table.USERS.key("#version", "users"));
  }

  /**
   * One user, strongly consistent, so that a right that was taken away is gone at once: 1 request.
   *
   * @param id the token's {@code sub}
   */
  public Optional<Versioned<User>> find(String id) {
    return rows.find(UserItems.key(id));
  }

  /** A page in order of the id: 1 request. */
  public Page<User> page(int limit, Optional<PageKey> from) {
    return rows.page(Table.ACCOUNT, limit, from, Order.ASCENDING).map(Versioned::value);
  }

  /** Every user, strongly consistent: 1 request per megabyte, some 2,000 rows. */
  public List<User> all() {
    return rows.all(Table.ACCOUNT).stream().map(Versioned::value).toList();
  }

  /**
   * Changes a user's row, again on what it has become when somebody was faster: 2 requests, or 1
   * when the change returns an equal row.
   *
   * @param change gets the stored row, or empty when there is none; at most {@link
   *     #MOST_ORGANISATIONS} organisations
   * @throws UnknownOrganisationException when one of the organisations does not exist
   * @throws VersionConflictException when every attempt met a conflict; nothing was written
   */
  public Written<User> change(String id, Function<Optional<User>, User> change) {
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<User>> seen = find(id);
              User next = change.apply(seen.map(Versioned::value));
              if (seen.isPresent() && seen.get().value().equals(next)) {
                return new Written<>(seen.get(), Outcome.UNCHANGED);
              }
              write(seen, next);
              return rows.written(seen, next);
            });
  }

  private void write(Optional<Versioned<User>> seen, User next) {
    new UserWrite(database)
        .with(TransactWriteItem.builder().put(rows.prepare(seen, next)).build())
        .with(version(database).countUp())
        .ofMemberOf(next.organisations())
        .run();
  }
}
