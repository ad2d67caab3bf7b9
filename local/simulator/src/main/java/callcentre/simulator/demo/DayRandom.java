package callcentre.simulator.demo;

import callcentre.simulator.account.IdSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The randomness and the ids of one day, which the seed alone decides. */
final class DayRandom implements IdSource {

  private final LocalDate day;
  private final DayIds ids;
  private final SplittableRandom random;
  private final SplittableRandom ofIds;

  DayRandom(LocalDate day, long seed, DayIds ids) {
    this.day = day;
    this.ids = ids;
    random = new SplittableRandom(DayIds.mixed(seed ^ DayIds.mixed(day.toEpochDay() + 1)));
    ofIds = random.split();
  }

  RandomGenerator random() {
    return random;
  }

  @Override
  public String guid() {
    return ids.guid(day, ofIds);
  }

  @Override
  public String requestId(Instant begin) {
    return ids.requestId(begin, ofIds);
  }
}
