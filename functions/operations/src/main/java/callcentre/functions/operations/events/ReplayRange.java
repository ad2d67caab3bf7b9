package callcentre.functions.operations.events;

import callcentre.api.request.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Which events are replayed: those that came within a time.
 *
 * @param from included; everything that is kept when no start is given
 * @param to excluded
 */
record ReplayRange(Instant from, Instant to, Optional<String> cursor) {

  private static final int LONGEST_CURSOR = 2_048;

  static ReplayRange read(QueryParameters query, Instant now) {
    return query.read(
        reader -> {
          // A whole hour: the requests of one long replay agree on the end.
          Instant to =
              reader
                  .instant("endUtc")
                  .orElseGet(() -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
          Instant from =
              reader
                  .instant("startUtc")
                  .orElseGet(() -> to.minus(EventFilter.LONGEST).truncatedTo(ChronoUnit.HOURS));
          EventFilter.check(reader, from, to);
          return new ReplayRange(from, to, reader.text("cursor", LONGEST_CURSOR));
        });
  }

  /** How much of the range lies before an hour, 0 to 1. */
  double progress(Instant hour) {
    double whole = Duration.between(from, to).toMillis();
    double done = Duration.between(from, hour).toMillis();
    return Math.clamp(done / whole, 0, 1);
  }
}
