package callcentre.cloud.websocket;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls what a route invokes and keeps its failures to this process, as the gateway does. */
final class Integrations {

  private static final Logger LOG = LoggerFactory.getLogger(Integrations.class);

  /** How a call ended. */
  sealed interface Result {

    /** The function answered. */
    record Answered(byte[] payload) implements Result {}

    /** It failed; the log says why. */
    record Failed() implements Result {}

    /** The API has no such route. */
    record Absent() implements Result {}
  }

  private final Map<RouteKey, RouteIntegration> routes;

  Integrations(Map<RouteKey, RouteIntegration> routes) {
    this.routes = routes;
  }

  Result call(RouteKey route, byte[] event) {
    Optional<RouteIntegration> integration = Optional.ofNullable(routes.get(route));
    if (integration.isEmpty()) {
      return new Result.Absent();
    }
    try {
      return new Result.Answered(integration.get().invoke(event));
    } catch (IntegrationException | RuntimeException failure) {
      LOG.atWarn().setCause(failure).log("The integration of {} failed", route.key());
      return new Result.Failed();
    }
  }
}
