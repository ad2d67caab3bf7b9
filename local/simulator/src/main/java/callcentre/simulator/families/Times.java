package callcentre.simulator.families;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** The forms of dates and durations (MightyCall reference 2.5, 3.5). */
public final class Times {

  private static final DateTimeFormatter OFFSET = formatter(0, 3, "+00:00");
  private static final DateTimeFormatter OFFSET_SEVEN = formatter(7, 7, "+00:00");
  private static final DateTimeFormatter ZULU_SEVEN = formatter(7, 7, "'Z'");
  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu-MM-dd")
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private Times() {}

  /** {@code 2018-06-05T13:38:29.522+00:00}; zeros at the end of the fraction are not written. */
  public static String offset(Instant instant) {
    return OFFSET.format(instant);
  }

  /** The same with seven fraction digits, as {@code makecall} writes it. */
  public static String offsetSeven(Instant instant) {
    return OFFSET_SEVEN.format(instant);
  }

  /** {@code 2026-09-14T16:20:15.8445120Z}, the journal's second form. */
  public static String zulu(Instant instant) {
    return ZULU_SEVEN.format(instant);
  }

  /** {@code hh:mm:ss}, with days before it from 24 hours on. */
  public static String clock(Duration duration) {
    String clock =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            duration.toHoursPart(),
            duration.toMinutesPart(),
            duration.toSecondsPart());
    return duration.toDays() == 0 ? clock : duration.toDays() + "." + clock;
  }

  /** Reads a date, or a date and a time with or without fraction and offset; UTC without one. */
  public static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor read = LENIENT.parse(text);
      if (!read.isSupported(ChronoField.HOUR_OF_DAY)) {
        return Optional.of(LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      ZoneOffset offset =
          read.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(read) : ZoneOffset.UTC;
      return Optional.of(LocalDateTime.from(read).toInstant(offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter formatter(int leastDigits, int mostDigits, String end) {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, leastDigits, mostDigits, true)
        .appendPattern(end.startsWith("'") ? end : "'" + end + "'")
        .toFormatter(Locale.ROOT)
        .withZone(ZoneOffset.UTC);
  }
}
