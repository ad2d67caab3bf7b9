package callcentre.api.access;

import java.time.Instant;
import java.util.Optional;

/**
 * How long and by what the caller has its rights.
 *
 * @param registered whether a row in {@code users} gives them: then they end with the row
 * @param tokenExpires when the token expires; empty when the authorizer did not say
 */
public record Session(boolean registered, Optional<Instant> tokenExpires) {

  /** Of a caller of whom nothing more is known. */
  public static final Session UNKNOWN = new Session(false, Optional.empty());
}
