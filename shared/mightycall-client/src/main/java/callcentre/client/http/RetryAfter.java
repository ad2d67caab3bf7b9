package callcentre.client.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}: seconds from now, or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

  private RetryAfter() {}

  /** Empty when it is neither. */
  static Optional<Instant> read(String header, InstantSource clock) {
    String value = header.strip();
    try {
      if (value.chars().allMatch(Character::isDigit)) {
        return Optional.of(clock.instant().plusSeconds(Integer.parseInt(value)));
      }
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
