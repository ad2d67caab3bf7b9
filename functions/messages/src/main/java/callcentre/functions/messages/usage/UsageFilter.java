package callcentre.functions.messages.usage;

import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which usage is asked for.
 *
 * @param from the first day
 * @param to the last day
 * @param groups what it is told apart by, in this order; at least one
 */
record UsageFilter(
    LocalDate from,
    LocalDate to,
    Optional<PhoneNumber> businessNumber,
    Optional<OrganisationId> organisation,
    Set<UsageGroup> groups) {

  /** How many days one answer may count, so that its cost is bounded. */
  static final int MOST_DAYS = 92;

  private static final int USUAL_DAYS = 31;

  /** A day begins and ends at different instants in different zones; these are the extremes. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static UsageFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** The first instant that can belong to the days, in whatever zone. */
  Instant start() {
    return from.atStartOfDay(EARLIEST).toInstant();
  }

  /** The first instant that cannot belong to them any more. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(LATEST).toInstant();
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static UsageFilter read(QueryReader query, Instant now) {
    // Today, wherever that is later: no day that has begun anywhere is left out.
    LocalDate to = query.date("to").orElseGet(() -> LocalDate.ofInstant(now, EARLIEST));
    LocalDate from = query.date("from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      query.error(
          "from",
          "must be a day before to or the same, and at most %d days in all; ask for one stretch"
                  .formatted(MOST_DAYS)
              + " after the other");
    }
    Set<UsageGroup> asked =
        query.severalOf("groupBy", List.of(UsageGroup.values()), UsageGroup::wireName);
    return new UsageFilter(
        from,
        to,
        query.phoneNumber("businessNumber"),
        query.organisation("orgId"),
        asked.isEmpty() ? Set.of(UsageGroup.DAY, UsageGroup.NUMBER) : asked);
  }
}
