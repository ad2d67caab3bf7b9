package callcentre.functions.voicemails;

import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.people.RowScope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.voicemails.VoicemailQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a list of voicemails is asked for.
 *
 * @param from the first moment
 * @param to the first moment after it, later than {@code from}
 * @param read only those that were heard, or only those that were not
 */
record VoicemailListFilter(
    Instant from,
    Instant to,
    Optional<Boolean> read,
    Optional<PhoneNumber> businessNumber,
    PageRequest page) {

  /** How much time one list may span, so that its cost is bounded. */
  static final Duration LONGEST = Duration.ofDays(366);

  /** How far a list reaches back whose start is not given. */
  static final Duration DEFAULT = Duration.ofDays(31);

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** Clocks differ: what is left in this moment belongs to a list that has no end. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * Reads a query.
   *
   * @throws callcentre.api.problem.ApiException 400 naming every parameter that is wrong
   */
  static VoicemailListFilter read(QueryParameters query, Instant now) {
    return query.read(q -> read(q, now));
  }

  /** What is asked of the rows that a caller may see. */
  VoicemailQuery within(RowScope scope) {
    return new VoicemailQuery(from, to, businessNumber, read, scope);
  }

  private static VoicemailListFilter read(QueryReader query, Instant now) {
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
    return new VoicemailListFilter(
        from,
        to,
        query.oneOf("status", List.of(true, false), read -> read ? "read" : "unread"),
        query.phoneNumber("businessNumber"),
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
