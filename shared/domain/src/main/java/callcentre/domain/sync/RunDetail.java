package callcentre.domain.sync;

import callcentre.domain.history.DayCount;
import java.util.List;
import java.util.Map;

/**
 * What a run of history knows beside its counts.
 *
 * @param kept rows that are stored as the provider has them, by the name of their count in the
 *     answer of {@code POST …/sync}, for example {@code messages}
 * @param progress how much of the run is done, 0 to 1; only a back-fill tells before its end
 * @param days what the comparison with the provider's own counts found
 */
public record RunDetail(Map<String, Integer> kept, double progress, List<DayCount> days) {

  public static final RunDetail NONE = new RunDetail(Map.of(), 0, List.of());

  public RunDetail {
    if (progress < 0 || progress > 1) {
      throw new IllegalArgumentException("progress is between 0 and 1, not " + progress);
    }
    kept = Map.copyOf(kept);
    days = List.copyOf(days);
  }
}
