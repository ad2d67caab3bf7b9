package callcentre.domain.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * What a colleague does at a moment.
 *
 * @param since from when; empty while nothing is known
 * @param validUntil when it ends unless something else is told; empty while nothing is known
 */
public record Presence(
    PresenceState state,
    PresenceSource source,
    Optional<Instant> since,
    Optional<Instant> validUntil) {

  /** Nothing is known. */
  public static final Presence UNKNOWN =
      new Presence(PresenceState.UNKNOWN, PresenceSource.NONE, Optional.empty(), Optional.empty());
}
