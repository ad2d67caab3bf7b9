package callcentre.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A stretch of the past that is pulled as one: from its start, up to but not including its end.
 *
 * @param from the first instant that belongs to it
 * @param to the first instant after it
 */
public record Window(Instant from, Instant to) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "a window ends after it starts, not " + from + " to " + to);
    }
  }

  /** The whole UTC day. */
  public static Window ofDay(LocalDate day) {
    return new Window(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** Whether nothing can begin in it any more. */
  public boolean isClosed(Instant now) {
    return !to.isAfter(now);
  }
}
