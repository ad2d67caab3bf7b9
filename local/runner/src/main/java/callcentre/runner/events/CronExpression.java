package callcentre.runner.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Optional;

/**
 * The six fields of an EventBridge cron expression: minutes, hours, day of month, month, day of
 * week, year (EventBridge Scheduler user guide: "Schedule types"). One of the two day fields is
 * {@code ?}.
 */
public final class CronExpression {

  private static final int LAST_YEAR = 2199;

  private final BitSet minutes;
  private final BitSet hours;
  private final DayRule days;
  private final BitSet months;
  private final BitSet years;

  private CronExpression(BitSet minutes, BitSet hours, DayRule days, BitSet months, BitSet years) {
    this.minutes = minutes;
    this.hours = hours;
    this.days = days;
    this.months = months;
    this.years = years;
  }

  /**
   * @throws IllegalArgumentException naming the field that is wrong
   */
  public static CronExpression parse(String text) {
    String[] fields = text.strip().split("\\s+");
    if (fields.length != 6) {
      throw new IllegalArgumentException(
          "cron(" + text + ") has " + fields.length + " fields; EventBridge takes six");
    }
    if (fields[2].equals("?") == fields[4].equals("?")) {
      throw new IllegalArgumentException(
          "cron(" + text + "): exactly one of day-of-month and day-of-week is ?");
    }
    return new CronExpression(
        CronField.MINUTES.values(fields[0]),
        CronField.HOURS.values(fields[1]),
        fields[2].equals("?") ? DayRule.ofWeek(fields[4]) : DayRule.ofMonth(fields[2]),
        CronField.MONTHS.values(fields[3]),
        CronField.YEARS.values(fields[5]));
  }

  Optional<Instant> next(Instant previous, ZoneId zone) {
    ZonedDateTime start = previous.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalDate lastDay = LocalDate.of(LAST_YEAR, 12, 31);
    LocalDate day = start.toLocalDate();
    while (!day.isAfter(lastDay)) {
      if (!years.get(day.getYear())) {
        day = LocalDate.of(day.getYear() + 1, 1, 1);
      } else if (!months.get(day.getMonthValue())) {
        day = day.withDayOfMonth(1).plusMonths(1);
      } else {
        if (days.matches(day)) {
          Optional<Instant> found = onDay(day, previous, zone);
          if (found.isPresent()) {
            return found;
          }
        }
        day = day.plusDays(1);
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> onDay(LocalDate day, Instant previous, ZoneId zone) {
    for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int minute = minutes.nextSetBit(0);
          minute >= 0;
          minute = minutes.nextSetBit(minute + 1)) {
        LocalDateTime local = LocalDateTime.of(day, LocalTime.of(hour, minute));
        // A time skipped by the change to summer time does not happen that day.
        if (!zone.getRules().getValidOffsets(local).isEmpty()) {
          Instant instant = local.atZone(zone).toInstant();
          if (instant.isAfter(previous)) {
            return Optional.of(instant);
          }
        }
      }
    }
    return Optional.empty();
  }
}
