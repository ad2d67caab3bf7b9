package callcentre.domain.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads the {@code Timestamp} of an event. */
final class EventTime {

  private EventTime() {}

  /**
   * The time that the text names; without an offset it is UTC, as the documentation says of every
   * timestamp (MightyCall reference 4.3). Empty when the text is no time.
   */
  static Optional<Instant> find(String text) {
    return text.indexOf('T') < 0 ? Optional.empty() : withOffset(text).or(() -> inUtc(text));
  }

  private static Optional<Instant> withOffset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noOffset) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inUtc(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
