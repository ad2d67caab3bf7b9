package callcentre.api.testing;

import callcentre.api.access.Route;
import callcentre.api.access.RouteTable;
import java.util.HashMap;
import java.util.Map;

/**
 * What API Gateway makes of a path: the template it belongs to and the values in it, as written.
 *
 * @param resource the path itself when no template fits
 */
record MatchedPath(String resource, Map<String, String> parameters) {

  static MatchedPath of(String path) {
    MatchedPath best = null;
    for (Route route : RouteTable.all()) {
      MatchedPath matched = match(route.path(), path);
      if (matched != null
          && (best == null || matched.parameters().size() < best.parameters().size())) {
        best = matched;
      }
    }
    return best == null ? new MatchedPath(path, Map.of()) : best;
  }

  private static MatchedPath match(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (expected.length != given.length) {
      return null;
    }
    Map<String, String> parameters = new HashMap<>();
    for (int part = 0; part < expected.length; part++) {
      if (expected[part].startsWith("{")) {
        parameters.put(expected[part].substring(1, expected[part].length() - 1), given[part]);
      } else if (!expected[part].equals(given[part])) {
        return null;
      }
    }
    return new MatchedPath(template, parameters);
  }
}
