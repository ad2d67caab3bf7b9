package callcentre.domain.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom the rows of one kind believe, field by field.
 *
 * @param <K> the fields
 * @param <S> the sources
 */
public final class RankTable<K extends Enum<K>, S extends Enum<S>> {

  private final Map<K, List<Set<S>>> tiers;

  /** A table that believes nobody. */
  public RankTable() {
    this(Map.of());
  }

  private RankTable(Map<K, List<Set<S>>> tiers) {
    this.tiers = Map.copyOf(tiers);
  }

  /**
   * This table with one more field.
   *
   * @param believed the most believed first; of the sources of one set the newest speaks; a source
   *     in none of them does not count in this field
   */
  @SafeVarargs
  public final RankTable<K, S> believing(K field, Set<S>... believed) {
    Map<K, List<Set<S>>> extended = new HashMap<>(tiers);
    extended.put(field, List.of(believed));
    return new RankTable<>(extended);
  }

  /** Higher is more believed; 0 for a source that does not count in this field. */
  public int rank(K field, S source) {
    List<Set<S>> believed = tiers.getOrDefault(field, List.of());
    for (int tier = 0; tier < believed.size(); tier++) {
      if (believed.get(tier).contains(source)) {
        return believed.size() - tier;
      }
    }
    return 0;
  }

  /** What a source says of a field, to be compared with what others say. */
  public <V> Statement<V> statement(K field, Fact<S> fact, V value) {
    return new Statement<>(rank(field, fact.source()), fact.observedAt(), value);
  }
}
