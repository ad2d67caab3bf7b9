package callcentre.storage.links;

import java.util.HashMap;
import java.util.Map;

/** Which items have to change together: what was named together is in one cluster. */
final class Clusters {

  private final Map<String, String> parents = new HashMap<>();

  void join(String one, String other) {
    parents.put(rootOf(one), rootOf(other));
  }

  /** The item that stands for the cluster of this one. */
  String rootOf(String item) {
    String root = item;
    for (String next = parentOf(root); !next.equals(root); next = parentOf(root)) {
      root = next;
    }
    parents.put(item, root);
    return root;
  }

  private String parentOf(String item) {
    return parents.getOrDefault(item, item);
  }
}
