package callcentre.storage.numbers;

import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.NumberOwnership;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.ownership.OwnedInterval;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.RowMapper;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows of {@code number_assignments}: one item a number with all its intervals. */
final class AssignmentItems implements RowMapper<NumberOwnership> {

  private static final String INTERVALS = "intervals";

  @Override
  public Map<String, AttributeValue> key(NumberOwnership row) {
    return key(row.number());
  }

  static Map<String, AttributeValue> key(PhoneNumber number) {
    return Table.NUMBER_ASSIGNMENTS.key(Table.ACCOUNT, number.e164());
  }

  @Override
  public ItemWriter write(NumberOwnership row) {
    return new ItemWriter().maps(INTERVALS, writeIntervals(row));
  }

  @Override
  public NumberOwnership read(ItemReader item) {
    return readOwnership(item.read("number", PhoneNumber::new), item.maps(INTERVALS));
  }

  static List<ItemWriter> writeIntervals(NumberOwnership row) {
    return row.intervals().stream()
        .map(
            owned ->
                new ItemWriter()
                    .text("organisation_id", owned.organisation().value())
                    .time("from", owned.interval().from())
                    .time("to", owned.interval().to()))
        .toList();
  }

  static NumberOwnership readOwnership(PhoneNumber number, List<ItemReader> intervals) {
    return new NumberOwnership(
        number,
        intervals.stream()
            .map(
                interval ->
                    new OwnedInterval(
                        interval.read("organisation_id", OrganisationId::new),
                        new Interval(interval.time("from"), interval.findTime("to"))))
            .toList());
  }
}
