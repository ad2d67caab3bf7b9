package callcentre.api.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values of a query; each refusal says what is allowed. */
final class Parse {

  private static final int SHOWN = 40;

  private Parse() {}

  static String text(String written, int longest) {
    if (written.length() > longest) {
      throw new IllegalArgumentException("must have at most " + longest + " characters");
    }
    return written;
  }

  static boolean flag(String written) {
    return switch (written) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  static int integer(String written, int min, int max) {
    return integer(written, min, max, "");
  }

  static int integer(String written, int min, int max, String advice) {
    String allowed = "must be a whole number from " + min + " to " + max + advice;
    try {
      int number = Integer.parseInt(written.strip());
      if (number < min || number > max) {
        throw new IllegalArgumentException(allowed);
      }
      return number;
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(allowed, notANumber);
    }
  }

  /** In any case: no list of choices has two names that differ in it alone. */
  static <T> T oneOf(String written, Collection<T> choices, Function<T, String> nameOf) {
    return choices.stream()
        .filter(choice -> nameOf.apply(choice).equalsIgnoreCase(written))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    choices.stream()
                        .map(nameOf)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  /** A {@code +} before the offset arrives as a space when it was not encoded. */
  static Instant instant(String written) {
    try {
      return OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "must be an RFC 3339 time, for example 2026-11-21T10:00:00Z", malformed);
    }
  }

  static LocalDate date(String written) {
    try {
      return LocalDate.parse(written.strip());
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("must be a date, for example 2026-11-21", malformed);
    }
  }

  static String shorten(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
  }
}
