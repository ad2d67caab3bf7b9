package callcentre.client.http;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Repeats what may be repeated: idempotent reads and the token request, never a write (design:
 * Retries). Pauses grow exponentially with full jitter, honour the provider's wish, and end with
 * the caller's time.
 */
public final class Retries {

  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_JITTER_MILLIS = 2_000;

  /** Whoever wants a longer pause is asked again by the next call, not by this one. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final RandomGenerator random;
  private final InstantSource clock;

  public Retries(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /**
   * Runs an attempt up to three times.
   *
   * @param operation what errors call it
   * @throws MightyCallException of the last attempt
   */
  public <T> T run(String operation, ProviderCall call, Supplier<T> attempt) {
    RetryPolicy<Object> policy =
        RetryPolicy.builder()
            .handleIf((result, failed) -> isWorthRepeating(failed, call))
            .withMaxAttempts(ATTEMPTS)
            .withDelayFn(context -> pause(context.getAttemptCount(), context.getLastException()))
            .build();
    try {
      return Failsafe.with(policy).get(attempt::get);
    } catch (FailsafeException interrupted) {
      Thread.currentThread().interrupt();
      throw MightyCallException.timeout(operation, interrupted.getCause());
    }
  }

  private boolean isWorthRepeating(@Nullable Throwable failed, ProviderCall call) {
    if (!(failed instanceof MightyCallException error) || call.budget().isProbe()) {
      return false;
    }
    boolean passing =
        error.kind() == ErrorKind.UNAVAILABLE
            || error.kind() == ErrorKind.TIMEOUT
            || error.kind() == ErrorKind.RATE_LIMITED;
    Duration wished = wishedPause(error).orElse(Duration.ZERO);
    Duration left = call.deadline().remaining(clock);
    return passing && wished.compareTo(LONGEST_PAUSE) <= 0 && wished.compareTo(left) < 0;
  }

  private Duration pause(int attempts, Throwable failed) {
    long most = Math.min(LONGEST_JITTER_MILLIS, FIRST_PAUSE_MILLIS << (attempts - 1));
    Duration jitter = Duration.ofMillis(random.nextLong(most + 1));
    return failed instanceof MightyCallException error
        ? wishedPause(error).map(wished -> wished.plus(jitter)).orElse(jitter)
        : jitter;
  }

  private Optional<Duration> wishedPause(MightyCallException error) {
    Instant now = clock.instant();
    return error.retryAt().map(at -> Duration.between(now, at)).filter(Duration::isPositive);
  }
}
