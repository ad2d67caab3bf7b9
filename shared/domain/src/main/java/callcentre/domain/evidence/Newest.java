package callcentre.domain.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reduction that every evidence is: of each source the one fact that speaks for it. */
public final class Newest {

  /** Settled before unsettled, newer before older; of equals the content decides, never arrival. */
  private static final Comparator<Fact<?>> SPEAKS =
      Comparator.<Fact<?>, Boolean>comparing(Fact::settled)
          .thenComparing(Fact::observedAt)
          .thenComparing(Object::toString);

  private Newest() {}

  /**
   * At most one fact per source, in the order of the sources. The same facts in any order, any
   * number of times, give the same list.
   */
  public static <S extends Enum<S>, F extends Fact<S>> List<F> perSource(Iterable<F> facts) {
    SortedMap<S, F> newest = new TreeMap<>();
    for (F fact : facts) {
      newest.merge(fact.source(), fact, Newest::speaking);
    }
    return List.copyOf(newest.values());
  }

  /** As {@link #perSource}, of two lists together. */
  public static <S extends Enum<S>, F extends Fact<S>> List<F> merged(List<F> one, List<F> other) {
    List<F> both = new ArrayList<>(one);
    both.addAll(other);
    return perSource(both);
  }

  private static <F extends Fact<?>> F speaking(F one, F other) {
    return one.equals(other) || SPEAKS.compare(one, other) >= 0 ? one : other;
  }
}
