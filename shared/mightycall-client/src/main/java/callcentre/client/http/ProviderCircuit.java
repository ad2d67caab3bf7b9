package callcentre.client.http;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The circuit breaker of this process: after several failures in a row nothing is sent for a while,
 * so that a provider in trouble costs neither time nor budget. Only failures of the provider count,
 * never its refusals.
 */
public final class ProviderCircuit {

  private final CircuitBreaker<Object> breaker;

  private ProviderCircuit(CircuitBreaker<Object> breaker) {
    this.breaker = breaker;
  }

  /** Opens after 6 failures among 10 requests, and lets one request try after 15 seconds. */
  public static ProviderCircuit standard() {
    return new ProviderCircuit(
        CircuitBreaker.builder()
            .withFailureThreshold(6, 10)
            .withSuccessThreshold(1)
            .withDelay(Duration.ofSeconds(15))
            .build());
  }

  /**
   * Refuses while nothing is to be sent.
   *
   * @throws MightyCallException with kind {@code UNAVAILABLE}
   */
  void refuseWhileOpen(String operation, InstantSource clock) {
    if (breaker.isOpen() && breaker.getRemainingDelay().isPositive()) {
      throw open(operation, clock);
    }
  }

  /** Enters with a request; half open, only one may. */
  void enter(String operation, InstantSource clock) {
    if (!breaker.tryAcquirePermit()) {
      throw open(operation, clock);
    }
  }

  /** The request was answered. */
  void leaveAnswered() {
    breaker.recordSuccess();
  }

  /** The request ended so. */
  void leave(ErrorKind kind) {
    switch (kind) {
      case UNAVAILABLE, TIMEOUT -> breaker.recordFailure();
      case AUTH,
          FORBIDDEN,
          NOT_FOUND,
          INVALID,
          CONFLICT,
          RATE_LIMITED,
          BUDGET_EXHAUSTED,
          PROVIDER_LIMIT,
          UNEXPECTED_ANSWER ->
          breaker.recordSuccess();
    }
  }

  private MightyCallException open(String operation, InstantSource clock) {
    Instant retryAt = clock.instant().plus(breaker.getRemainingDelay());
    return MightyCallException.notSent(
        operation,
        "not sent, because MightyCall failed several times in a row; the next try is at " + retryAt,
        Optional.of(retryAt),
        null);
  }
}
