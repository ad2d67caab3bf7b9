package callcentre.runner.gateway;

import java.time.Duration;
import java.util.List;

/**
 * A Lambda authorizer of the API.
 *
 * @param identityHeaders the headers that identify the caller; one missing is UNAUTHORIZED without
 *     asking the function, and their values are the cache's key
 * @param cacheFor how long one answer serves; zero: every request asks
 */
public record Authorizer(
    String name, String function, Kind kind, List<String> identityHeaders, Duration cacheFor) {

  /** What the function is given. */
  public enum Kind {
    /** The one identity header's value. */
    TOKEN,
    /** The whole request. */
    REQUEST
  }
}
