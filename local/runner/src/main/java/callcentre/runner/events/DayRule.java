package callcentre.runner.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;
import java.util.Locale;

/** The day fields of a cron expression, with {@code L}, {@code W} and {@code #}. */
@FunctionalInterface
interface DayRule {

  boolean matches(LocalDate day);

  static DayRule ofMonth(String field) {
    String text = field.toUpperCase(Locale.ROOT);
    if (text.equals("L")) {
      return day -> day.getDayOfMonth() == day.lengthOfMonth();
    }
    if (text.equals("LW")) {
      return day -> day.equals(nearestWeekday(day.with(TemporalAdjusters.lastDayOfMonth())));
    }
    if (text.endsWith("W")) {
      int number = CronField.DAYS_OF_MONTH.number(text.substring(0, text.length() - 1), field);
      return day ->
          number <= day.lengthOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(number)));
    }
    BitSet days = CronField.DAYS_OF_MONTH.values(text);
    return day -> days.get(day.getDayOfMonth());
  }

  static DayRule ofWeek(String field) {
    String text = field.toUpperCase(Locale.ROOT);
    if (text.equals("L")) {
      return day -> day.getDayOfWeek() == DayOfWeek.SATURDAY;
    }
    if (text.contains("#")) {
      String[] parts = text.split("#", 2);
      int weekday = CronField.DAYS_OF_WEEK.number(parts[0], field);
      if (!parts[1].matches("[1-5]")) {
        throw new IllegalArgumentException("The cron field DAYS_OF_WEEK is " + field + "; use 1#5");
      }
      int which = Integer.parseInt(parts[1]);
      return day -> number(day) == weekday && (day.getDayOfMonth() - 1) / 7 + 1 == which;
    }
    if (text.endsWith("L")) {
      int weekday = CronField.DAYS_OF_WEEK.number(text.substring(0, text.length() - 1), field);
      return day -> number(day) == weekday && day.getDayOfMonth() + 7 > day.lengthOfMonth();
    }
    BitSet days = CronField.DAYS_OF_WEEK.values(text);
    return day -> days.get(number(day));
  }

  /** EventBridge counts from Sunday = 1. */
  private static int number(LocalDate day) {
    return day.getDayOfWeek().getValue() % 7 + 1;
  }

  /** The nearest working day that does not leave the month. */
  private static LocalDate nearestWeekday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
      case SUNDAY ->
          day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }
}
