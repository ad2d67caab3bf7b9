package callcentre.storage.numbers;

import callcentre.domain.ownership.InvalidAssignmentException;
import callcentre.domain.ownership.NumberDirectory;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.Database;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.TableVersion;
import callcentre.storage.database.Transactions;
import callcentre.storage.database.VersionedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Who owned which number when: table {@code number_assignments}. One item holds all intervals of a
 * number, so two changes cannot make them overlap. The item {@code #version} counts the changes of
 * all numbers, so that readers reload only what changed. No sync writes here.
 */
public final class NumberAssignmentRepository {

  private static final int SCHEMA_VERSION = 1;
  private static final String VERSION_ROW = "#version";

  private final Database database;
  private final VersionedRows<NumberOwnership> rows;

  public NumberAssignmentRepository(Database database) {
    this.database = database;
    this.rows =
        new VersionedRows<>(
            database, Table.NUMBER_ASSIGNMENTS, SCHEMA_VERSION, new AssignmentItems());
  }

  /** Counts the assignments of all numbers. */
  public static TableVersion version(Database database) {
    // In front of the numbers, which start with '+': one query reads the version and all of them.
    return new TableVersion(
        database,
        Table.NUMBER_ASSIGNMENTS,
        Table.NUMBER_ASSIGNMENTS.key(Table.ACCOUNT, VERSION_ROW));
  }

  /** The ownership of every number, strongly consistent: 1 request per megabyte. */
  public Directory directory() {
    long version = 0;
    List<NumberOwnership> ownerships = new ArrayList<>();
    for (ItemReader item : database.queryAll(Table.NUMBER_ASSIGNMENTS, Table.ACCOUNT)) {
      if (item.text("number").equals(VERSION_ROW)) {
        version = item.number(VersionedRows.VERSION);
      } else {
        ownerships.add(rows.read(item).value());
      }
    }
    return new Directory(NumberDirectory.of(ownerships), version);
  }

  /**
   * The directory as it is now: 1 request when the known one still holds, else 2.
   *
   * @param known read earlier
   */
  public Directory refresh(Directory known) {
    return version(database).read() == known.version() ? known : directory();
  }

  /** Who owned one number when, strongly consistent: 1 request. */
  public NumberOwnership ownership(PhoneNumber number) {
    return rows.find(AssignmentItems.key(number))
        .map(Versioned::value)
        .orElseGet(() -> NumberOwnership.none(number));
  }

  /**
   * Gives a number an owner by the rules of {@link NumberOwnership#assign} and records the change:
   * 2 requests, or 1 when nothing changes.
   *
   * @param owner must exist; empty leaves the number nobody's
   * @param effectiveFrom an explicit start, which corrects what was recorded from then on
   * @param actor the user's id
   * @return the ownership as it is stored
   * @throws UnknownOrganisationException when the owner does not exist
   * @throws InvalidAssignmentException when the explicit start is not allowed
   * @throws VersionConflictException when every attempt met a conflict
   */
  public Written<NumberOwnership> assign(
      PhoneNumber number,
      Optional<OrganisationId> owner,
      Optional<Instant> effectiveFrom,
      String actor,
      Instant now) {
    return database
        .conflicts()
        .run(
            () -> {
              Optional<Versioned<NumberOwnership>> seen = rows.find(AssignmentItems.key(number));
              NumberOwnership before =
                  seen.map(Versioned::value).orElseGet(() -> NumberOwnership.none(number));
              NumberOwnership after = before.assign(owner, effectiveFrom, now);
              if (after.equals(before)) {
                Versioned<NumberOwnership> kept = seen.orElse(new Versioned<>(before, 0));
                return new Written<>(kept, Outcome.UNCHANGED);
              }
              var change = new AssignmentChange(number, now, actor, owner, effectiveFrom, before);
              write(seen, after, change);
              return rows.written(seen, after);
            });
  }

  /** Every change of a number's owner, the first one first: 1 request. */
  public List<AssignmentChange> changes(PhoneNumber number) {
    return database.queryAll(Table.NUMBER_ASSIGNMENTS, ChangeItems.hash(number)).stream()
        .map(item -> ChangeItems.read(number, item))
        .toList();
  }

  private void write(
      Optional<Versioned<NumberOwnership>> seen, NumberOwnership after, AssignmentChange change) {
    long version = rows.written(seen, after).row().version();
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(rows.prepare(seen, after)).build());
    writes.add(version(database).countUp());
    writes.add(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(database.name(Table.NUMBER_ASSIGNMENTS))
                    .item(ChangeItems.write(change, version).build())
                    .build())
            .build());
    change
        .owner()
        .ifPresent(
            owner ->
                writes.add(
                    Transactions.mustExist(
                        database,
                        Table.ORGANISATIONS,
                        Table.ORGANISATIONS.key(Table.ACCOUNT, owner.value()))));
    try {
      database.client().transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException cancelled) {
      if (change.owner().isPresent() && Transactions.conditionFailed(cancelled, 3)) {
        throw new UnknownOrganisationException(change.owner().get());
      }
      if (Transactions.conditionFailed(cancelled, 0)) {
        throw new VersionConflictException(Table.NUMBER_ASSIGNMENTS);
      }
      throw cancelled;
    }
  }
}
