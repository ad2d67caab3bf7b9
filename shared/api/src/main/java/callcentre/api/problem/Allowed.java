package callcentre.api.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a type of value looks like in JSON, in words for the person who sent something else. */
final class Allowed {

  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(Instant.class, "an RFC 3339 time in UTC, for example 2026-11-21T10:00:00Z"),
          Map.entry(LocalDate.class, "a date, for example 2026-11-21"),
          Map.entry(LocalTime.class, "a time of day, for example 09:30"),
          Map.entry(ZoneId.class, "a time zone, for example America/New_York"),
          Map.entry(String.class, "text"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Double.class, "a number"),
          Map.entry(double.class, "a number"));

  private Allowed() {}

  static String describe(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    String words = WORDS.get(type);
    return words == null ? "an object" : words;
  }
}
