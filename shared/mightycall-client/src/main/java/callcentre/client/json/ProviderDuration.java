package callcentre.client.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The provider's durations: each family has a unit of its own (reference 6, row 5), and none is
 * guessed from the size of the number. Absent is empty; what cannot be read, is negative or longer
 * than a week is refused, for a changed unit must be seen and not stored.
 */
public final class ProviderDuration {

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  /** A .NET TimeSpan: {@code [d.]hh:mm:ss[.fffffff]}. */
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,3})\\.)?(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d{1,9}))?");

  private static final int MILLIS_TO_NANOS = 6;

  private ProviderDuration() {}

  /**
   * A text or number of milliseconds, as calls have it: {@code "23066"} is 23.066 s.
   *
   * @throws UnreadableAnswerException when it is something else
   */
  public static Optional<Duration> millis(Fields fields, String name) {
    return fields
        .text(name)
        .map(
            text ->
                checked(decimal(name, text, "milliseconds").movePointRight(MILLIS_TO_NANOS), name));
  }

  /**
   * A text like {@code 00:01:04}, as the journal has it.
   *
   * @throws UnreadableAnswerException when it is something else
   */
  public static Optional<Duration> clock(Fields fields, String name) {
    return fields.text(name).map(text -> readClock(name, text.strip()));
  }

  /**
   * A number whose unit the provider does not say, as voicemails have it (reference 3.2).
   *
   * @throws UnreadableAnswerException when it is no number
   */
  public static Optional<BigDecimal> withoutUnit(Fields fields, String name) {
    return fields.text(name).map(text -> decimal(name, text, "something"));
  }

  private static Duration readClock(String name, String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      throw new UnreadableAnswerException("'" + name + "' is no hh:mm:ss");
    }
    BigDecimal fraction =
        clock.group(5) == null ? BigDecimal.ZERO : new BigDecimal("0." + clock.group(5));
    Duration whole =
        Duration.ofDays(clock.group(1) == null ? 0 : Long.parseLong(clock.group(1)))
            .plusHours(Long.parseLong(clock.group(2)))
            .plusMinutes(Long.parseLong(clock.group(3)))
            .plusSeconds(Long.parseLong(clock.group(4)));
    return checked(BigDecimal.valueOf(whole.toSeconds()).add(fraction).movePointRight(9), name);
  }

  private static BigDecimal decimal(String name, String text, String unit) {
    String number = text.strip();
    if (!DECIMAL.matcher(number).matches()) {
      throw new UnreadableAnswerException("'" + name + "' is no number of " + unit);
    }
    return new BigDecimal(number);
  }

  private static Duration checked(BigDecimal nanos, String name) {
    if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new UnreadableAnswerException("'" + name + "' is longer than a week");
    }
    return Duration.ofNanos(nanos.longValue());
  }
}
