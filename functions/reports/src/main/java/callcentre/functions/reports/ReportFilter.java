package callcentre.functions.reports;

import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a list of reports is asked for.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
record ReportFilter(
    ReportType type,
    LocalDate from,
    LocalDate to,
    Optional<OrganisationId> organisation,
    Optional<PhoneNumber> number,
    PageRequest page) {

  /** How many days one list may span, so that its cost is bounded. */
  static final int LONGEST_DAYS = 366;

  /** How many days a list has whose first day is not given. */
  static final int DEFAULT_DAYS = 31;

  private static final LocalDate EARLIEST = LocalDate.EPOCH;
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** Where a day begins first: no business's current day is left out (IANA: Pacific/Kiritimati). */
  private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

  /**
   * Reads the query of a caller.
   *
   * @throws ApiException 400 naming every parameter that is wrong; 404 for an organisation that is
   *     not the caller's
   */
  static ReportFilter read(QueryParameters query, Caller caller, Instant now) {
    ReportFilter filter = query.read(q -> read(q, LocalDate.ofInstant(now, EARLIEST_ZONE)));
    if (filter.organisation().filter(asked -> !caller.principal().sees(asked)).isPresent()) {
      throw unknownOrganisation();
    }
    return filter;
  }

  /** The answer for an organisation that does not exist, or belongs to others: the same. */
  static ApiException unknownOrganisation() {
    return ApiException.notFound("organisation");
  }

  private static ReportFilter read(QueryReader query, LocalDate today) {
    ReportType type =
        query
            .oneOf("type", List.of(ReportType.values()), ReportType::wireName)
            .orElse(ReportType.CALLS);
    Optional<LocalDate> first = day(query, "start_date");
    LocalDate last = day(query, "end_date").orElse(today);
    LocalDate from = first.orElseGet(() -> last.minusDays(DEFAULT_DAYS - 1L));
    if (from.isAfter(last)) {
      query.error("start_date", "must not be after end_date, which is today unless given");
    } else if (ChronoUnit.DAYS.between(from, last) >= LONGEST_DAYS) {
      query.error(
          "start_date",
          "must be less than "
              + LONGEST_DAYS
              + " days before end_date, which is today unless given; ask for one stretch after the"
              + " other");
    }
    return new ReportFilter(
        type, from, last, query.organisation("org_id"), query.phoneNumber("number"), query.page());
  }

  private static Optional<LocalDate> day(QueryReader query, String name) {
    Optional<LocalDate> day = query.date(name);
    if (day.filter(date -> date.isBefore(EARLIEST) || date.isAfter(LATEST)).isPresent()) {
      query.error(name, "must be between " + EARLIEST + " and " + LATEST);
      return Optional.empty();
    }
    return day;
  }
}
