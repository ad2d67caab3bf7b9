package callcentre.functions.scheduledsync;

import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.demo.DemoDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * A stage that lives through days of the schedule with the real worker, on the simulator's clock.
 */
final class LivingStage {

  private static final LocalTime FULL_SYNC = LocalTime.of(7, 30);

  private final Workbench bench;
  private final Simulator simulator;
  private final Schedule schedule;
  private Duration oldestNews = Duration.ZERO;

  LivingStage(Workbench bench) {
    this.bench = bench;
    this.simulator = bench.simulator();
    this.schedule =
        Schedule.of(bench.clients(), bench.environment(), simulator.clock(), new Random(7));
    simulator.clock().freeze();
  }

  /** Puts days of a centre into the provider's history. */
  void traffic(LocalDate first, int days, int calls, int voicemails, int messages) {
    simulator
        .history()
        .add(
            DemoDays.exactly(
                    simulator.account().data(), 7, first, days, calls, voicemails, messages)
                .orElseThrow());
  }

  /** Lets the schedule tick until the time is over. */
  void live(Duration time, Duration tick) {
    Instant end = simulator.clock().instant().plus(time);
    while (simulator.clock().instant().isBefore(end)) {
      LocalTime now = LocalTime.ofInstant(simulator.clock().instant(), ZoneOffset.UTC);
      boolean full = !now.isBefore(FULL_SYNC) && now.isBefore(FULL_SYNC.plus(tick));
      noteAge();
      if (schedule.tick(full) instanceof Tick.Started) {
        bench.work();
      }
      simulator.clock().advance(tick);
    }
  }

  /** How old the newest news was allowed to become since this was last asked. */
  Duration oldestNews() {
    Duration oldest = oldestNews;
    oldestNews = Duration.ZERO;
    return oldest;
  }

  private void noteAge() {
    bench
        .state(Dataset.JOURNAL)
        .age(simulator.clock().instant())
        .filter(age -> age.compareTo(oldestNews) > 0)
        .ifPresent(age -> oldestNews = age);
  }
}
