package callcentre.domain.sync;

import callcentre.domain.history.DayCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of history knows beside its counts.
 *
 * @param kept rows that are stored as the provider has them, by the name of their count in the
 *     answer of {@code POST …/sync}, for example {@code messages}
 * @param progress how much of the run is done, 0 to 1; only a back-fill tells before its end
 * @param days what the comparison with the provider's own counts found
 * @param newestCall when the newest call began of which the journal told; empty elsewhere
 * @param failures how often in a row it failed without getting on; only a back-fill goes on then
 */
public record RunDetail(
    Map<String, Integer> kept,
    double progress,
    List<DayCount> days,
    Optional<Instant> newestCall,
    int failures) {

  public static final RunDetail NONE = new RunDetail(Map.of(), 0, List.of(), Optional.empty(), 0);

  public RunDetail {
    if (progress < 0 || progress > 1) {
      throw new IllegalArgumentException("progress is between 0 and 1, not " + progress);
    }
    if (failures < 0) {
      throw new IllegalArgumentException(failures + " failures");
    }
    kept = Map.copyOf(kept);
    days = List.copyOf(days);
  }

  /** The same after another number of failures in a row. */
  public RunDetail failed(int times) {
    return new RunDetail(kept, progress, days, newestCall, times);
  }
}
