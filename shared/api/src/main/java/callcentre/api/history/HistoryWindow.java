package callcentre.api.history;

import callcentre.api.request.QueryReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time of which a list shows rows: {@code startUtc} and {@code endUtc}.
 *
 * @param from the first moment
 * @param to the first moment after it, later than {@code from}
 */
public record HistoryWindow(Instant from, Instant to) {

  /** How much time one list may span, so that its cost is bounded. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** How far a list reaches back whose start is not given. */
  public static final Duration DEFAULT = Duration.ofDays(31);

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** Clocks differ: what begins in this moment belongs to a list that has no end. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /**
   * Reads the window; what is wrong is noted in the reader, and then the result is of no use.
   *
   * @param now the end of a list whose end is not given, with some tolerance
   */
  public static HistoryWindow read(QueryReader query, Instant now) {
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
    return new HistoryWindow(from, to);
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
