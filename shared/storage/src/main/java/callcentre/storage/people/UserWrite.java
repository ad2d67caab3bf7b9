package callcentre.storage.people;

import callcentre.domain.ownership.OrganisationId;
import callcentre.storage.Table;
import callcentre.storage.UnknownOrganisationException;
import callcentre.storage.VersionConflictException;
import callcentre.storage.database.Database;
import callcentre.storage.database.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** One transaction that writes a user: its own parts, then that every organisation exists. */
final class UserWrite {

  private final Database database;
  private final List<TransactWriteItem> parts = new ArrayList<>();
  private final List<OrganisationId> organisations = new ArrayList<>();

  UserWrite(Database database) {
    this.database = database;
  }

  /** A part whose condition, if it has one, says that what was read still holds. */
  UserWrite with(TransactWriteItem part) {
    parts.add(part);
    return this;
  }

  UserWrite ofMemberOf(Set<OrganisationId> members) {
    members.stream().sorted().forEach(organisations::add);
    return this;
  }

  /**
   * Writes: 1 request.
   *
   * @throws UnknownOrganisationException when an organisation does not exist
   * @throws VersionConflictException when what was read does not hold any more
   */
  void run() {
    List<TransactWriteItem> writes = new ArrayList<>(parts);
    for (OrganisationId organisation : organisations) {
      writes.add(
          Transactions.mustExist(
              database,
              Table.ORGANISATIONS,
              Table.ORGANISATIONS.key(Table.ACCOUNT, organisation.value())));
    }
    try {
      database.client().transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException cancelled) {
      for (int checked = 0; checked < organisations.size(); checked++) {
        if (Transactions.conditionFailed(cancelled, parts.size() + checked)) {
          throw new UnknownOrganisationException(organisations.get(checked));
        }
      }
      for (int part = 0; part < parts.size(); part++) {
        if (Transactions.conditionFailed(cancelled, part)) {
          throw new VersionConflictException(Table.USERS);
        }
      }
      throw cancelled;
    }
  }
}
