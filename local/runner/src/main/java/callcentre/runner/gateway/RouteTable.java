package callcentre.runner.gateway;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the owner of a request. As in a REST API the path alone chooses the resource; a resource
 * without the method does not fall back to a less specific one.
 */
final class RouteTable {

  record Match(Route route, Map<String, String> pathParameters) {}

  private final SortedMap<PathPattern, Map<String, Route>> resources = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if two routes claim one method of one path
   */
  RouteTable(Collection<Route> routes) {
    for (Route route : routes) {
      Route earlier =
          resources
              .computeIfAbsent(route.path(), ignored -> new HashMap<>())
              .put(route.method(), route);
      if (earlier != null) {
        throw new IllegalArgumentException(
            String.format(
                "%s %s is claimed by %s and by %s",
                route.method(), route.path(), earlier.function(), route.function()));
      }
    }
  }

  Set<PathPattern> paths() {
    return resources.keySet();
  }

  Optional<Match> find(String method, String path) {
    for (Map.Entry<PathPattern, Map<String, Route>> resource : resources.entrySet()) {
      Optional<Map<String, String>> parameters = resource.getKey().match(path);
      if (parameters.isPresent()) {
        Map<String, Route> methods = resource.getValue();
        return Optional.ofNullable(methods.getOrDefault(method, methods.get(Route.ANY)))
            .map(route -> new Match(route, parameters.get()));
      }
    }
    return Optional.empty();
  }
}
