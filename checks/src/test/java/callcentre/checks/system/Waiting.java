package callcentre.checks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Waiting {

  /** How long anything may take on a busy machine; none of these tests measures time. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Waiting() {}

  /** Looks again and again; each look is a request, which is pause enough. */
  static void until(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("gave up waiting until " + what).isBefore(end);
    }
  }
}
