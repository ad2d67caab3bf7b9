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
    return new SyncPlan(read(names, Dataset.pullable()));
  }

  /**
   * Reads the names of a request for a back-fill.
   *
   * @throws UnknownDatasetException when one is not of history; it lists the supported ones
   */
  public static List<Dataset> historyOf(List<String> names) {
    return read(names, Dataset.history());
  }

  private static List<Dataset> read(List<String> names, List<Dataset> supported) {
    Set<Dataset> known = EnumSet.noneOf(Dataset.class);
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      Dataset.ofWireName(name)
          .filter(supported::contains)
          .ifPresentOrElse(known::add, () -> unknown.add(name));
    }
    if (!unknown.isEmpty() || known.isEmpty()) {
      throw new UnknownDatasetException(unknown, supported);
    }
    return List.copyOf(known);
  }
}
