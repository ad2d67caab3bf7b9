package callcentre.domain.sync;

import callcentre.domain.history.Window;
import java.util.List;

/**
 * What a back-fill is asked to bring.
 *
 * @param window of the past
 * @param datasets of history, at least one, in the order in which they are pulled
 */
public record BackfillRange(Window window, List<Dataset> datasets) {

  public BackfillRange {
    if (datasets.isEmpty() || !datasets.stream().allMatch(Dataset::isHistory)) {
      throw new IllegalArgumentException("a back-fill is of datasets of history, not " + datasets);
    }
    datasets = datasets.stream().distinct().sorted().toList();
  }
}
