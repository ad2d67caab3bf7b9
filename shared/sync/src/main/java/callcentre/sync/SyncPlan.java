package callcentre.sync;

import callcentre.domain.sync.Dataset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The datasets that a request names, in the order in which they are pulled.
 *
 * @param datasets at least one, each once
 */
public record SyncPlan(List<Dataset> datasets) {

  public SyncPlan {
    if (datasets.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one dataset");
    }
    datasets = List.copyOf(EnumSet.copyOf(datasets));
  }

  /** What a request without a body asks for. */
  public static SyncPlan standard() {
    return new SyncPlan(Dataset.defaults());
  }

  /**
   * Reads the names of a request.
   *
   * @param names as in {@code {"datasets":["numbers"]}}, at least one
   * @throws UnknownDatasetException when one is not known; it lists the supported ones
   */
  public static SyncPlan of(List<String> names) {
    Set<Dataset> known = EnumSet.noneOf(Dataset.class);
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      Dataset.ofWireName(name).ifPresentOrElse(known::add, () -> unknown.add(name));
    }
    if (!unknown.isEmpty() || known.isEmpty()) {
      throw new UnknownDatasetException(unknown);
    }
    return new SyncPlan(List.copyOf(known));
  }
}
