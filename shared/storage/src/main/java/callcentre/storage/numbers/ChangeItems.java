package callcentre.storage.numbers;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.VersionedRows;

/**
 * The record of changes in {@code number_assignments}: under a hash key of the number's own, so
 * that reading the directory never reads it.
 */
final class ChangeItems {

  private static final int SCHEMA_VERSION = 1;

  private ChangeItems() {}

  static String hash(PhoneNumber number) {
    return "changes#" + number.e164();
  }

  /**
   * @param version of the number's row after the change; zeros in front keep the text in order
   */
  static ItemWriter write(AssignmentChange change, long version) {
    return new ItemWriter()
        .all(Table.NUMBER_ASSIGNMENTS.key(hash(change.number()), "%012d".formatted(version)))
        .time("at", change.at())
        .text("actor", change.actor())
        .text("organisation_id", change.owner().map(OrganisationId::value))
        .time("effective_from", change.effectiveFrom())
        .maps("before", AssignmentItems.writeIntervals(change.before()))
        .number(VersionedRows.SCHEMA_VERSION, SCHEMA_VERSION);
  }

  static AssignmentChange read(PhoneNumber number, ItemReader item) {
    return new AssignmentChange(
        number,
        item.time("at"),
        item.text("actor"),
        item.findText("organisation_id").map(OrganisationId::new),
        item.findTime("effective_from"),
        AssignmentItems.readOwnership(number, item.maps("before")));
  }
}
