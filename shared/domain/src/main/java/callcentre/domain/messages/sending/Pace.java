package callcentre.domain.messages.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast one number sends: each message takes the next free moment, and the following one is an
 * interval later.
 *
 * @param interval between two messages of a number; zero for no pace
 */
public record Pace(Duration interval) {

  public Pace {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("an interval is zero or more: " + interval);
    }
  }

  /**
   * A number's next moment is taken.
   *
   * @param nextFree what the last one left; empty for a number that never sent
   */
  public Slot take(Optional<Instant> nextFree, Instant now) {
    Instant at = nextFree.filter(free -> free.isAfter(now)).orElse(now);
    return new Slot(at, at.plus(interval));
  }

  /**
   * A message's moment.
   *
   * @param at when it may be sent
   * @param nextFree what it leaves to the next message
   */
  public record Slot(Instant at, Instant nextFree) {}
}
