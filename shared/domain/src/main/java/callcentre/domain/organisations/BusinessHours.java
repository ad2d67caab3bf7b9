package callcentre.domain.organisations;

import callcentre.domain.validation.FieldErrors;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When an organisation is open.
 *
 * @param days for each day of the week at most 6 ranges, in order and without overlap; a day that
 *     is absent or empty is closed
 */
public record BusinessHours(Map<DayOfWeek, List<TimeRange>> days) {

  public static final BusinessHours WEEKDAYS_NINE_TO_FIVE = weekdaysNineToFive();

  private static final int MOST_RANGES = 6;

  public BusinessHours {
    FieldErrors errors = new FieldErrors();
    EnumMap<DayOfWeek, List<TimeRange>> open = new EnumMap<>(DayOfWeek.class);
    days.forEach(
        (day, ranges) -> {
          String field = day.name().toLowerCase(Locale.ROOT);
          errors.require(
              ranges.size() <= MOST_RANGES, field, "must have at most " + MOST_RANGES + " ranges");
          for (int next = 1; next < ranges.size(); next++) {
            errors.require(
                ranges.get(next - 1).endsBefore(ranges.get(next)),
                field + "[" + next + "].from",
                "must not be before the end of the range in front of it");
          }
          if (!ranges.isEmpty()) {
            open.put(day, List.copyOf(ranges));
          }
        });
    errors.throwIfAny();
    days = Map.copyOf(open);
  }

  /** The ranges of a day; none when it is closed. */
  public List<TimeRange> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  private static BusinessHours weekdaysNineToFive() {
    EnumMap<DayOfWeek, List<TimeRange>> days = new EnumMap<>(DayOfWeek.class);
    TimeRange nineToFive = new TimeRange(LocalTime.of(9, 0), LocalTime.of(17, 0));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        days.put(day, List.of(nineToFive));
      }
    }
    return new BusinessHours(days);
  }
}
