package callcentre.simulator.routing;

import callcentre.simulator.http.Request;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a request; a fixed segment wins over a variable. */
public final class Router {

  private final List<Route> routes;

  /**
   * A router over the routes of these families.
   *
   * @throws IllegalArgumentException when two routes claim one method and path
   */
  public Router(Collection<? extends Family> families) {
    routes =
        families.stream()
            .flatMap(family -> family.routes().stream())
            .sorted(Comparator.comparingLong(route -> route.template().variableCount()))
            .toList();
    Set<String> claimed = new HashSet<>();
    for (Route route : routes) {
      String claim = route.method() + " " + route.template().text().toLowerCase(Locale.ROOT);
      if (!claimed.add(claim)) {
        throw new IllegalArgumentException("Two routes claim " + claim);
      }
    }
  }

  /** The route of this request, or why there is none. */
  public Resolution resolve(Request request) {
    Set<String> allowed = new TreeSet<>();
    Optional<PathTemplate> near = Optional.empty();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.template().match(request.path());
      if (variables.isEmpty()) {
        continue;
      }
      if (route.method().equals(request.method())) {
        return new Resolution.Found(route, new Call(request, variables.get()));
      }
      allowed.add(route.method());
      near = near.or(() -> Optional.of(route.template()));
    }
    return near.<Resolution>map(
            template -> new Resolution.WrongMethod(template, List.copyOf(allowed)))
        .orElseGet(Resolution.NoRoute::new);
  }
}
