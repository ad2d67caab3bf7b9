package callcentre.functions.organisations;

import callcentre.domain.organisations.BusinessHours;
import callcentre.domain.organisations.TimeRange;
import callcentre.domain.validation.FieldErrors;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads business hours by day; a day that is left out is closed. */
final class OpenDays {

  private static final String KNOWN =
      Arrays.stream(DayOfWeek.values()).map(OpenDays::nameOf).collect(Collectors.joining(", "));

  private OpenDays() {}

  static BusinessHours read(
      Map<String, ? extends @Nullable List<? extends @Nullable RangeBody>> days) {
    FieldErrors errors = new FieldErrors();
    Map<DayOfWeek, List<TimeRange>> open = new EnumMap<>(DayOfWeek.class);
    days.forEach(
        (name, ranges) ->
            find(name)
                .ifPresentOrElse(
                    day -> open.put(day, ranges(name, ranges, errors)),
                    () -> errors.add(name, "is not known here; known: " + KNOWN)));
    Optional<BusinessHours> hours = errors.within("", () -> new BusinessHours(open));
    errors.throwIfAny();
    return hours.orElseThrow();
  }

  private static List<TimeRange> ranges(
      String day, @Nullable List<? extends @Nullable RangeBody> written, FieldErrors errors) {
    List<TimeRange> read = new ArrayList<>();
    if (written == null) {
      errors.add(day, "must be a list of ranges; left out, the day is closed");
      return read;
    }
    for (int at = 0; at < written.size(); at++) {
      String field = day + "[" + at + "]";
      RangeBody range = written.get(at);
      if (range == null) {
        errors.add(field, "must be an object with from and to");
      } else {
        errors.within(field, range::timeRange).ifPresent(read::add);
      }
    }
    return read;
  }

  private static Optional<DayOfWeek> find(String name) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> nameOf(day).equals(name)).findFirst();
  }

  private static String nameOf(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
