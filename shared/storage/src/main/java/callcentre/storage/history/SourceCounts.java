package callcentre.storage.history;

import java.util.Map;

/**
 * How many rows there are, and how many of them each source told of.
 *
 * @param bySource sources that told of none are absent
 */
public record SourceCounts<S>(long rows, Map<S, Long> bySource) {

  public SourceCounts {
    bySource = Map.copyOf(bySource);
  }

  /** How many rows a source told of. */
  public long of(S source) {
    return bySource.getOrDefault(source, 0L);
  }
}
