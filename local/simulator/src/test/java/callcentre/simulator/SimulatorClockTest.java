package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.clock.SimulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

  private static final Instant START = Instant.parse("2026-09-14T15:00:00Z");

  private Instant realTime = START;
  private final SimulatorClock clock = new SimulatorClock(() -> realTime);

  @Test
  void itRunsWithRealTime() {
    realTime = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void onceSetItRunsOnFromThere() {
    clock.setNow(START.plus(Duration.ofDays(30)));
    realTime = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(30)).plusSeconds(5));
  }

  @Test
  void frozenItMovesOnlyWhenItIsMoved() {
    clock.freeze();
    realTime = START.plusSeconds(5);
    assertThat(clock.instant()).isEqualTo(START);

    clock.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    clock.setNow(START.minusSeconds(1));
    assertThat(clock.instant()).isEqualTo(START.minusSeconds(1));
  }

  @Test
  void frozenTwiceItStaysWhereItStoodFirst() {
    clock.freeze();
    realTime = START.plusSeconds(5);
    clock.freeze();

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void unfrozenItRunsOnFromWhereItStood() {
    clock.freeze();
    realTime = START.plusSeconds(60);
    clock.unfreeze();
    assertThat(clock.instant()).isEqualTo(START);

    realTime = START.plusSeconds(61);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void unfreezingARunningClockChangesNothing() {
    clock.advance(Duration.ofHours(2));
    clock.unfreeze();

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
  }

  @Test
  void aResetBringsItBackToRealTime() {
    clock.advance(Duration.ofHours(-2));
    clock.freeze();
    clock.reset();

    assertThat(clock.frozen()).isFalse();
    assertThat(clock.instant()).isEqualTo(START);
  }
}
