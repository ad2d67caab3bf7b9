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

  private static Optional<Instant> unlessDefault(LocalDateTime written, Instant instant) {
    return written.equals(NO_TIME) ? Optional.empty() : Optional.of(instant);
  }
}
