package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lives through days of the schedule with the real worker: the table of docs/cadence.md. */
@ExtendWith(CloudExtension.class)
class CadenceDayTest {

  private static final Duration TICK = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final LocalTime FULL_SYNC = LocalTime.of(7, 30);

  private final Workbench bench;
  private final Simulator simulator;
  private final Schedule schedule;

  CadenceDayTest(Cloud cloud) {
    this.bench = new Workbench(cloud);
    this.simulator = bench.simulator();
    this.schedule =
        Schedule.of(bench.clients(), bench.environment(), simulator.clock(), new Random(7));
    simulator.clock().freeze();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDayCostsWhatTheTableSays() {
    live(DAY);
    assertThat(simulator.requests().total()).isLessThanOrEqualTo(40);

    simulator.requests().clear();
    live(DAY);

    assertThat(simulator.requests().count("GET", "/v4/api/phonenumbers")).isBetween(4L, 5L);
    assertThat(simulator.requests().count("GET", "/v4/api/team")).isEqualTo(1);
    assertThat(simulator.requests().count("GET", "/v4/api/profile")).isEqualTo(1);
    assertThat(simulator.requests().count("GET", "/v4/api/profile/{extension}")).isEqualTo(5);
    assertThat(simulator.requests().count("POST", "/v4/auth/token")).isBetween(1L, 2L);
    assertThat(simulator.requests().total()).isBetween(12L, 14L);
  }

  @Test
  void aDayOfNothingButErrorsCostsAtMostSixRequestsAnHour() {
    simulator.add(Fault.status(500, FaultMatch.at("GET", "/v4/api/*")));

    live(DAY);

    assertThat(simulator.requests().total()).isBetween(24L, 6 * 24L + 2);
  }

  private void live(Duration time) {
    Instant end = simulator.clock().instant().plus(time);
    while (simulator.clock().instant().isBefore(end)) {
      LocalTime now = LocalTime.ofInstant(simulator.clock().instant(), ZoneOffset.UTC);
      boolean full = !now.isBefore(FULL_SYNC) && now.isBefore(FULL_SYNC.plus(TICK));
      if (schedule.tick(full) instanceof Tick.Started) {
        bench.work();
      }
      simulator.clock().advance(TICK);
    }
  }
}
