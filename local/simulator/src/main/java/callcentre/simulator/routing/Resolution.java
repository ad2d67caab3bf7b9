package callcentre.simulator.routing;

import java.util.List;

/** What a router finds for a request. */
public sealed interface Resolution {

  /** A route, and the request with the variables of its path. */
  record Found(Route route, Call call) implements Resolution {}

  /** The path exists, but only with these methods, sorted. */
  record WrongMethod(PathTemplate template, List<String> allowed) implements Resolution {
    public WrongMethod {
      allowed = List.copyOf(allowed);
    }
  }

  /** No such path. */
  record NoRoute() implements Resolution {}

  /** The text of the template that fits, or {@code "no route"}. */
  default String templateText() {
    return switch (this) {
      case Found(Route route, Call _) -> route.template().text();
      case WrongMethod(PathTemplate template, List<String> _) -> template.text();
      case NoRoute() -> "no route";
    };
  }
}
