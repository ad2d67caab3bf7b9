package callcentre.functions.syncrequests;

import callcentre.api.problem.ApiException;
import callcentre.sync.SyncPlan;
import callcentre.sync.UnknownDatasetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST …/sync}; it may be left out.
 *
 * @param datasets what to pull; left out, numbers and extensions
 */
record SyncBody(@Nullable List<String> datasets) {

  static SyncPlan plan(@Nullable SyncBody body) {
    if (body == null || body.datasets == null) {
      return SyncPlan.standard();
    }
    try {
      return SyncPlan.of(body.datasets);
    } catch (UnknownDatasetException unknown) {
      throw ApiException.invalid("datasets", String.valueOf(unknown.getMessage()));
    }
  }
}
