package callcentre.functions.operations.events;

import callcentre.api.request.PageRequest;
import callcentre.api.request.QueryParameters;
import callcentre.api.request.QueryReader;
import callcentre.domain.calls.CallId;
import callcentre.storage.events.EventStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are asked for.
 *
 * @param from when they came, the first moment
 * @param to the first moment after it
 * @param call only events that name this call; then the time does not count
 */
record EventFilter(
    Instant from,
    Instant to,
    Optional<CallId> call,
    Set<EventStanding> standings,
    PageRequest page) {

  /** How long events are kept, and so the longest time that can be asked for. */
  static final Duration LONGEST = Duration.ofDays(31);

  private static final Duration DEFAULT = Duration.ofDays(1);

  /** Clocks differ: what came in this moment belongs to a time that has no end. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  static EventFilter read(QueryParameters query, Instant now) {
    return query.read(
        reader -> {
          Instant to = reader.instant("endUtc").orElseGet(() -> now.plus(AHEAD));
          Instant from = reader.instant("startUtc").orElseGet(() -> to.minus(DEFAULT));
          check(reader, from, to);
          Set<EventStanding> asked =
              reader.severalOf(
                  "status", Arrays.asList(EventStanding.values()), EventStanding::wireName);
          PageRequest page = reader.page();
          if (page.skip() > 0) {
            reader.error("skip", "is not known here; to read further use cursor");
          }
          return new EventFilter(
              from,
              to,
              reader.value("call", EventFilter::callId),
              asked.isEmpty() ? EnumSet.allOf(EventStanding.class) : asked,
              page);
        });
  }

  /** Notes what is wrong with a time. */
  static void check(QueryReader reader, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      reader.error("startUtc", "must be before endUtc, which is now unless given");
    } else if (Duration.between(from, to).compareTo(LONGEST.plus(AHEAD)) > 0) {
      reader.error("startUtc", "must be at most " + LONGEST.toDays() + " days before endUtc");
    }
  }

  private static CallId callId(String written) {
    return CallId.find(written)
        .orElseThrow(() -> new IllegalArgumentException("must be the id of a call"));
  }
}
