package callcentre.domain.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * The provider itself said that its limit is reached, whatever was counted here. Nothing is sent
 * any more but one probe every {@link #PROBE_INTERVAL}; a probe that is answered reopens the
 * budget.
 *
 * @param since the provider's first such answer
 * @param reason that answer in short words, without its body
 * @param nextProbeAt when the next request may be tried
 */
public record Closure(Instant since, String reason, Instant nextProbeAt) {

  /** The time between two probes (design: Budget). */
  public static final Duration PROBE_INTERVAL = Duration.ofMinutes(15);
}
