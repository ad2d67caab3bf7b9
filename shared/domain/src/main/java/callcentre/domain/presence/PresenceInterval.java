package callcentre.domain.presence;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in one state.
 *
 * @param from included
 * @param to excluded; may lie in the future, then it is when the state ends by itself
 */
public record PresenceInterval(
    PresenceState state, PresenceSource source, Instant from, Instant to) {

  public PresenceInterval {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " is not before " + to);
    }
  }

  /** The state as that of a moment in it. */
  Presence presence() {
    return new Presence(state, source, Optional.of(from), Optional.of(to));
  }

  /** Whether this moment is in it. */
  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }
}
