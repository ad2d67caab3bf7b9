package callcentre.simulator.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

/**
 * When the centre is busy, in the business's own time: the same local hours before and after a
 * change of the clocks.
 */
record Hours(ZoneId zone) {

  /** Shares of a working day by local hour, in thousandths. */
  private static final int[] PROFILE = {
    2, 1, 1, 1, 1, 2, 5, 18, 62, 98, 112, 108, 84, 92, 104, 102, 90, 62, 24, 12, 8, 5, 4, 2
  };

  /** The share that this UTC day has of a working day's conversations. */
  double shareOf(LocalDate utcDay) {
    double share = 0;
    for (double hour : weights(utcDay)) {
      share += hour;
    }
    return share;
  }

  /** A time of this UTC day, more likely when the centre is busy. */
  Instant draw(LocalDate utcDay, double[] weights, RandomGenerator random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double place = random.nextDouble() * total;
    int hour = 0;
    while (hour < 23 && place >= weights[hour]) {
      place -= weights[hour];
      hour++;
    }
    Instant begin = utcDay.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour));
    return begin.plusMillis(random.nextInt(3_600_000));
  }

  /** How busy each of the 24 hours of this UTC day is. */
  double[] weights(LocalDate utcDay) {
    double[] weights = new double[24];
    for (int hour = 0; hour < 24; hour++) {
      ZonedDateTime local = utcDay.atTime(hour, 0).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
      weights[hour] = PROFILE[local.getHour()] / 1_000.0 * ofWeekday(local.getDayOfWeek());
    }
    return weights;
  }

  /** Whether somebody is at the desks. */
  boolean open(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    boolean weekend =
        local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && local.getHour() >= 8 && local.getHour() < 18;
  }

  private static double ofWeekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> 1.2;
      case TUESDAY, WEDNESDAY, THURSDAY -> 1.0;
      case FRIDAY -> 0.9;
      case SATURDAY -> 0.15;
      case SUNDAY -> 0.08;
    };
  }
}
