package callcentre.domain.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The choice of one field's value among the facts of a row.
 *
 * @param <K> the fields
 * @param <S> the sources
 * @param <V> the field's values
 */
public final class Choice<K extends Enum<K>, S extends Enum<S>, V> {

  private final RankTable<K, S> table;
  private final K field;
  private final List<? extends Fact<S>> facts;
  private final List<Statement<V>> statements = new ArrayList<>();

  private Choice(RankTable<K, S> table, K field, List<? extends Fact<S>> facts) {
    this.table = table;
    this.field = field;
    this.facts = facts;
  }

  public static <K extends Enum<K>, S extends Enum<S>, V> Choice<K, S, V> of(
      RankTable<K, S> table, K field, List<? extends Fact<S>> facts) {
    return new Choice<>(table, field, facts);
  }

  /** Facts of this kind say this of the field. */
  public <F extends Fact<S>> Choice<K, S, V> by(Class<F> kind, Function<F, V> value) {
    return byAny(kind, fact -> Optional.of(value.apply(fact)));
  }

  /** Facts of this kind say this of the field, or nothing. */
  public <F extends Fact<S>> Choice<K, S, V> byAny(Class<F> kind, Function<F, Optional<V>> value) {
    for (Fact<S> fact : facts) {
      if (kind.isInstance(fact)) {
        value
            .apply(kind.cast(fact))
            .map(said -> table.statement(field, fact, said))
            .ifPresent(statements::add);
      }
    }
    return this;
  }

  /** The value that the row shows; empty when nobody says anything of the field. */
  public Optional<V> best() {
    return Statement.best(statements.stream());
  }
}
