package callcentre.functions.liveconnections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Waiting {

  private static final int LOOKS = 20_000;

  private Waiting() {}

  /** Looks again and again; each look is a request, which is pause enough. */
  static void until(String what, BooleanSupplier condition) {
    int looks = 0;
    while (!condition.getAsBoolean()) {
      assertThat(looks++).as("gave up waiting until " + what).isLessThan(LOOKS);
    }
  }
}
