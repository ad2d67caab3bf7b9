package callcentre.storage.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long rows are kept. It is written into a row as its {@code ttl} whenever the row is written:
 * after a change of it, rows that are not touched keep their earlier end.
 *
 * @param days 1 or more; empty keeps rows for ever
 */
public record Retention(Optional<Integer> days) {

  public Retention {
    if (days.filter(count -> count < 1).isPresent()) {
      throw new IllegalArgumentException("rows are kept at least a day, not " + days.get());
    }
  }

  public static Retention forEver() {
    return new Retention(Optional.empty());
  }

  /** When a row may be forgotten whose record began then; empty when it is kept. */
  public Optional<Instant> expires(Instant began) {
    return days.map(count -> began.plus(Duration.ofDays(count)));
  }
}
