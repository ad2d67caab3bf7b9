package callcentre.storage.history;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How long rows are kept. It is written into a row as its {@code ttl} whenever the row is written:
 * after a change of the parameter, rows that are not touched keep their earlier end.
 *
 * @param days 1 or more; empty keeps rows for ever
 */
public record Retention(Optional<Integer> days) {

  private static final int LONGEST_DAYS = 36_500;

  public Retention {
    if (days.filter(count -> count < 1).isPresent()) {
      throw new IllegalArgumentException("rows are kept at least a day, not " + days.get());
    }
  }

  public static Retention forEver() {
    return new Retention(Optional.empty());
  }

  /**
   * The retention that a variable sets, read when it is first needed.
   *
   * @param variable holds days; 0 and an empty value keep rows for ever
   */
  public static Supplier<Retention> of(Supplier<Environment> environment, Variable variable) {
    return () -> {
      int days = environment.get().integer(variable, 0, LONGEST_DAYS, 0);
      return days == 0 ? forEver() : new Retention(Optional.of(days));
    };
  }

  /** When a row may be forgotten whose record began then; empty when it is kept. */
  public Optional<Instant> expires(Instant began) {
    return days.map(count -> began.plus(Duration.ofDays(count)));
  }
}
