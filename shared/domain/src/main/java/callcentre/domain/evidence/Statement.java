package callcentre.domain.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one source says of one field of a row.
 *
 * @param rank how far the source is believed in this field; higher speaks first, 0 never
 * @param observedAt of equal rank the newer speaks
 * @param value its text decides between two that are equal in rank and time
 */
public record Statement<V>(int rank, Instant observedAt, V value) {

  private static final Comparator<Statement<?>> BELIEVED =
      Comparator.<Statement<?>>comparingInt(Statement::rank)
          .thenComparing(Statement::observedAt)
          .thenComparing(statement -> String.valueOf(statement.value()));

  /** The value that the row shows; empty when nobody says anything of the field. */
  public static <V> Optional<V> best(Stream<Statement<V>> statements) {
    return statements.filter(statement -> statement.rank() > 0).max(BELIEVED).map(Statement::value);
  }
}
