package callcentre.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The moment at which an answer is of no use any more. Every connection, request, wait and retry of
 * a call ends by then.
 */
public record Deadline(Instant at) {

  /** The deadline so long from now. */
  public static Deadline in(Duration time, InstantSource clock) {
    return new Deadline(clock.instant().plus(time));
  }

  /** What is left; zero when it has passed. */
  public Duration remaining(InstantSource clock) {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean hasPassed(InstantSource clock) {
    return !clock.instant().isBefore(at);
  }

  /** The earlier of this deadline and another moment. */
  public Deadline atMost(Instant other) {
    return other.isBefore(at) ? new Deadline(other) : this;
  }
}
