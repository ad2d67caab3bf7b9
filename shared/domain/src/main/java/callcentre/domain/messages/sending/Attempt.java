package callcentre.domain.messages.sending;

import java.time.Duration;
import java.time.Instant;

/**
 * A claim of a message: whoever made it may make one request. An end of an attempt changes the
 * message only while the message still carries that attempt.
 *
 * @param id unique to this claim
 * @param claimedAt when
 */
public record Attempt(String id, Instant claimedAt) {

  /**
   * How long a claim holds. Longer than a sender can live after it: a request has at most 10
   * seconds, and the function's own time-out is shorter than this.
   */
  public static final Duration HOLDS = Duration.ofMinutes(3);

  /** When nobody works on it any more. */
  public Instant endsAt() {
    return claimedAt.plus(HOLDS);
  }

  /** Whether its sender is certainly gone, so that the message's fate is unknown. */
  public boolean isAbandoned(Instant now) {
    return !now.isBefore(endsAt());
  }
}
