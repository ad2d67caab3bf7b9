package callcentre.functions.calls.listing;

import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.calls.CallFilter;
import callcentre.domain.calls.CallSelection;
import callcentre.domain.people.Extension;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.calls.CallQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list of calls is asked for.
 *
 * @param from the first moment
 * @param to the first moment after it, later than {@code from}
 * @param client only calls with this number at the other end
 * @param text only calls in which it occurs
 */
record CallListFilter(
    Instant from,
    Instant to,
    CallSelection selection,
    Optional<PhoneNumber> businessNumber,
    Optional<Extension> extension,
    Optional<PhoneNumber> client,
    Optional<CallText> text,
    PageRequest page) {

  /** How much time one list may span, so that its cost is bounded. */
  static final Duration LONGEST = Duration.ofDays(366);

  /** How far a list reaches back whose start is not given. */
  static final Duration DEFAULT = Duration.ofDays(31);

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int LONGEST_TEXT = 100;

  /** Clocks differ: a call that begins in this moment belongs to a list that has no end. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static CallListFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** What is asked of the rows that a caller may see. */
  CallQuery within(RowScope scope) {
    return new CallQuery(
        from,
        to,
        selection,
        businessNumber,
        extension,
        client,
        text.map(wanted -> wanted::isIn),
        scope);
  }

  private static CallListFilter read(QueryReader query, Instant now) {
    Optional<Instant> first = moment(query, "startUtc");
    Instant to = moment(query, "endUtc").orElseGet(() -> now.plus(AHEAD));
    Instant from = first.orElseGet(() -> to.minus(DEFAULT));
    if (!from.isBefore(to)) {
      query.error("startUtc", "must be before endUtc, which is now unless given");
    } else if (Duration.between(from, to).compareTo(LONGEST.plus(AHEAD)) > 0) {
      query.error(
          "startUtc",
          "must be at most "
              + LONGEST.toDays()
              + " days before endUtc, which is now unless given; ask for one stretch after the"
              + " other");
    }
    return new CallListFilter(
        from,
        to,
        CallSelection.of(
            query.severalOf("callFilter", List.of(CallFilter.values()), CallFilter::wireName)),
        query.phoneNumber("businessNumber"),
        query.extension("extension"),
        query.phoneNumber("phone"),
        query.text("q", LONGEST_TEXT).filter(text -> !text.isBlank()).map(CallText::of),
        query.page());
  }

  private static Optional<Instant> moment(QueryReader query, String name) {
    Optional<Instant> moment = query.instant(name);
    if (moment.filter(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST)).isPresent()) {
      query.error(name, "must be between " + EARLIEST + " and " + LATEST);
      return Optional.empty();
    }
    return moment;
  }
}
