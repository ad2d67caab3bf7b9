package callcentre.client.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * The provider's dates (reference 2.5): 0 to 9 fraction digits; an offset, {@code Z} or nothing,
 * which means UTC.
 */
public final class ProviderTime {

  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** .NET's default value of a date, sent where there is none (reference 6, row 17). */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1, 1, 1, 0, 0);

  private ProviderTime() {}

  /** Empty for .NET's default date, and for what cannot be read. */
  public static Optional<Instant> read(String written) {
    try {
      TemporalAccessor parsed =
          FORM.parseBest(written.strip(), OffsetDateTime::from, LocalDateTime::from);
      return switch (parsed) {
        case OffsetDateTime offset -> unlessDefault(offset.toLocalDateTime(), offset.toInstant());
        case LocalDateTime local -> unlessDefault(local, local.toInstant(ZoneOffset.UTC));
        default -> Optional.empty();
      };
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * A bound as calls and voicemails take it: UTC without a zone, whole seconds, rounded down.
   *
   * @param bound the beginning of a window
   */
  public static String seconds(Instant bound) {
    return SECONDS.format(bound);
  }

  /** As {@link #seconds}, rounded up: the end of a window, so that nothing is cut off. */
  public static String secondsUp(Instant bound) {
    return SECONDS.format(bound.plusNanos(999_999_999));
  }

  /** A moment as the journal takes it: milliseconds with {@code Z}, rounded down. */
  public static String millis(Instant moment) {
    return MILLIS.format(moment);
  }

  /** As {@link #millis}, rounded up. */
  public static String millisUp(Instant moment) {
    return MILLIS.format(moment.plusNanos(999_999));
  }

  private static Optional<Instant> unlessDefault(LocalDateTime written, Instant instant) {
    return written.equals(NO_TIME) ? Optional.empty() : Optional.of(instant);
  }
}
