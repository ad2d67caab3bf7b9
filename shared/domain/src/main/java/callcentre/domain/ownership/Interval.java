package callcentre.domain.ownership;

import java.time.Instant;
import java.util.Optional;

/**
 * A half-open stretch of time: from the start, up to but not including the end.
 *
 * @param from the first instant that belongs to it
 * @param to the first instant after it; empty while it lasts
 */
public record Interval(Instant from, Optional<Instant> to) {

  public Interval {
    if (to.isPresent() && !to.get().isAfter(from)) {
      throw new IllegalArgumentException("an interval ends after it starts");
    }
  }

  /** An interval that still lasts. */
  public static Interval since(Instant from) {
    return new Interval(from, Optional.empty());
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && (to.isEmpty() || at.isBefore(to.get()));
  }

  /** Whether it still lasts. */
  public boolean isOpen() {
    return to.isEmpty();
  }
}
