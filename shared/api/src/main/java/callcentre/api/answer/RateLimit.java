package callcentre.api.answer;

import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;

/**
 * What is left of the provider's requests, shown where some were spent (contract: {@code
 * RateLimit-Limit/Remaining/Reset}).
 *
 * @param limit requests a day
 * @param remaining how many are left, 0 or more
 * @param reset until more are free again
 */
public record RateLimit(int limit, int remaining, Duration reset) {

  /** Adds the three headers to an answer. */
  public <T> MutableHttpResponse<T> on(MutableHttpResponse<T> answer) {
    return answer
        .header("RateLimit-Limit", Integer.toString(limit))
        .header("RateLimit-Remaining", Integer.toString(Math.max(0, remaining)))
        .header("RateLimit-Reset", Long.toString(Math.max(0, reset.toSeconds())));
  }
}
