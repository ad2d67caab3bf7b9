package callcentre.storage.people;

import callcentre.domain.people.User;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Changes of users that depend on the other users: an extension is one person's, somebody stays
 * administrator, there are no more than a stack holds. Every write here is on condition that no
 * user at all was written since the roster was read, so what it was decided on still holds.
 *
 * <p>A removed user's row moves to the hash key {@code former}: nobody finds it among the users,
 * but it still tells who answered at an extension when.
 */
public final class RosterRepository {

  private final Database database;
  private final VersionedRows<User> rows;
  private final VersionedRows<User> formerRows;

  public RosterRepository(Database database) {
    this.database = database;
    this.rows = rows(database, Table.ACCOUNT);
    this.formerRows = rows(database, UserItems.FORMER);
  }

  /** Everybody, strongly consistent: 2 requests. */
  public Roster read() {
    long version = UserRepository.version(database).read();
    return new Roster(rows.all(Table.ACCOUNT), version);
  }

  /** A user who was removed, with where it answered when: 1 request. */
  public Optional<User> findFormer(String id) {
    return formerRows.find(Table.USERS.key(UserItems.FORMER, id)).map(Versioned::value);
  }

  /** Everybody who was removed: 1 request per megabyte. */
  public List<User> allFormer() {
    return formerRows.all(UserItems.FORMER).stream().map(Versioned::value).toList();
  }

  /**
   * Creates or replaces a user: 1 request. A former user of that id is one no more; take over its
   * extensions.
   *
   * @param next at most {@link UserRepository#MOST_ORGANISATIONS} organisations
   * @throws callcentre.storage.UnknownOrganisationException when one of them does not exist
   * @throws VersionConflictException when any user was written since; nothing was changed
   */
  public Written<User> put(Roster seen, User next) {
    Optional<Versioned<User>> before = seen.find(next.id());
    UserWrite write =
        new UserWrite(database)
            .with(TransactWriteItem.builder().put(rows.prepare(before, next)).build())
            .with(UserRepository.version(database).countUpFrom(seen.version()));
    if (before.isEmpty()) {
      write.with(delete(UserItems.FORMER, next.id()));
    }
    write.ofMemberOf(next.organisations()).run();
    return rows.written(before, next);
  }

  /**
   * Removes a user and keeps its extensions, of which the last one ends now: 1 request.
   *
   * @throws VersionConflictException when any user was written since; nothing was changed
   */
  public void remove(Roster seen, User user, Instant now) {
    User former =
        new User(
            user.id(),
            user.role(),
            user.organisations(),
            user.extensionsAfter(Optional.empty(), now),
            user.displayName(),
            user.email(),
            user.createdAt(),
            now);
    new UserWrite(database)
        .with(UserRepository.version(database).countUpFrom(seen.version()))
        .with(delete(Table.ACCOUNT, user.id()))
        .with(TransactWriteItem.builder().put(formerRows.prepare(Optional.empty(), former)).build())
        .run();
  }

  private TransactWriteItem delete(String hash, String id) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(database.name(Table.USERS))
                .key(Table.USERS.key(hash, id))
                .build())
        .build();
  }

  private static VersionedRows<User> rows(Database database, String hash) {
    return new VersionedRows<>(
        database, Table.USERS, UserRepository.SCHEMA_VERSION, new UserItems(hash));
  }
}
