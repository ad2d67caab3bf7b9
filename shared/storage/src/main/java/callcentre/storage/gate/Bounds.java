package callcentre.storage.gate;

import callcentre.storage.gate.Refused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** What any record of a provider can be. */
record Bounds(InstantSource clock) {

  /** Before it there was no such provider. */
  static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Clocks differ, and a call-back can be planned for the next day. */
  static final Duration AHEAD = Duration.ofDays(2);

  static final Duration LONGEST = Duration.ofDays(7);

  /** An item holds at most 400 KB (DynamoDB quotas) and shares it with the other families. */
  static final int MOST_CHARACTERS = 20_000;

  Optional<Reason> reason(
      Stream<Instant> times, Stream<Optional<Duration>> durations, Object texts) {
    Instant latest = clock.instant().plus(AHEAD);
    if (times.anyMatch(at -> at.isBefore(EARLIEST) || at.isAfter(latest))) {
      return Optional.of(Reason.IMPLAUSIBLE_TIME);
    }
    if (durations.flatMap(Optional::stream).anyMatch(length -> length.compareTo(LONGEST) > 0)) {
      return Optional.of(Reason.IMPLAUSIBLE_DURATION);
    }
    return texts.toString().length() > MOST_CHARACTERS
        ? Optional.of(Reason.TOO_LARGE)
        : Optional.empty();
  }
}
