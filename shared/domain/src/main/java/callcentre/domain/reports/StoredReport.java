package callcentre.domain.reports;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one business number on one day. It names no organisation: whose it is follows from
 * who owned the number through that day.
 *
 * @param date the day in the business's zone
 * @param startsAt the day's first instant
 * @param endsAt the first instant after the day; a day with a change of the clock has 23 or 25
 *     hours
 * @param createdAt when the day's first row came
 * @param data the figures by their names in the metric dictionary, for example {@code calls_count};
 *     counts and seconds
 */
public record StoredReport(
    ReportType type,
    LocalDate date,
    PhoneNumber number,
    Instant startsAt,
    Instant endsAt,
    Instant createdAt,
    SortedMap<String, Long> data) {

  public StoredReport {
    if (!endsAt.isAfter(startsAt)) {
      throw new IllegalArgumentException("a report's day ends after it starts");
    }
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
  }

  /** The identity in answers: type, day and number. */
  public String id() {
    return type.wireName() + "-" + date + "-" + number.digits();
  }
}
