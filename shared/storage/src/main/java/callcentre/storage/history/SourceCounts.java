package callcentre.storage.history;

import java.util.Map;
import java.util.Set;

/**
 * How many rows there are, and how many of them which sources told of.
 *
 * @param bySources rows by all of their sources; a row counts once
 */
public record SourceCounts<S>(long rows, Map<Set<S>, Long> bySources) {

  public SourceCounts {
    bySources = Map.copyOf(bySources);
  }

  /** How many rows a source told of. */
  public long of(S source) {
    return ofAll(Set.of(source));
  }

  /** How many rows each of these sources told of. */
  public long ofAll(Set<S> sources) {
    return bySources.entrySet().stream()
        .filter(entry -> entry.getKey().containsAll(sources))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
