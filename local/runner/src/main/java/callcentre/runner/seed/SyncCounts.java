package callcentre.runner.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in one line what a sync did. */
final class SyncCounts {

  private static final List<String> SHOWN = List.of("inserted", "updated", "merged", "failed");

  private SyncCounts() {}

  static String describe(JsonNode datasets) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> dataset : datasets.properties()) {
      List<String> counts = new ArrayList<>();
      counts.add("fetched " + dataset.getValue().path("fetched").asLong());
      for (String name : SHOWN) {
        long count = dataset.getValue().path(name).asLong();
        if (count > 0) {
          counts.add(name + " " + count);
        }
      }
      lines.add(dataset.getKey() + " (" + String.join(", ", counts) + ")");
    }
    return String.join("; ", lines);
  }
}
