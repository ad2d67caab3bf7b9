package callcentre.simulator.demo;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** How much happens on a day. */
sealed interface Volume {

  /**
   * The numbers of one day.
   *
   * @param voicemails how many of the calls leave one
   */
  record OfDay(int calls, int voicemails, int messages) {}

  /** The numbers of this day; {@code random} belongs to the day. */
  OfDay on(LocalDate day, RandomGenerator random);

  /** Exactly the same every day, for measurements. */
  record Exact(OfDay everyDay) implements Volume {
    @Override
    public OfDay on(LocalDate day, RandomGenerator random) {
      return everyDay;
    }
  }

  /** A centre with quiet weekends and busy Mondays. */
  record Lively(int callsOfWorkingDay, Hours hours) implements Volume {
    @Override
    public OfDay on(LocalDate day, RandomGenerator random) {
      double expected = callsOfWorkingDay * hours.shareOf(day);
      double calls = expected * (0.85 + 0.3 * random.nextDouble());
      return new OfDay(
          (int) Math.round(calls), (int) Math.round(calls * 0.06), (int) Math.round(calls * 0.25));
    }
  }
}
