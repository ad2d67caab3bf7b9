package callcentre.api;

import callcentre.api.access.AuthorizerContext;
import callcentre.api.access.Principal;
import callcentre.api.access.Route;
import callcentre.api.access.RouteTable;
import callcentre.api.access.Session;
import callcentre.aws.AwsClients;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms a function before its snapshot: one whole GET event per path and kind of caller goes
 * through gate, router, controller, repositories and the SDK, which answers from memory. Only GETs,
 * because they never write.
 */
public final class Priming {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

  /** Values that every kind of path variable can read: a number where a number is wanted. */
  private static final Map<String, String> VALUES = Map.of("number", "+13123194556");

  private static final List<Principal> CALLERS =
      List.of(caller(Role.PLATFORM_ADMIN), caller(Role.ORG_MANAGER));

  private final ApplicationContext context;

  Priming(ApplicationContext context) {
    this.context = context;
  }

  /**
   * The status that each driven path answered with, worst of its callers. 404 and 503 are fine (the
   * invented data knows nothing, a stage may not be configured yet), 500 is a defect.
   */
  public record Result(Map<String, Integer> statuses) {

    public Result {
      statuses = Map.copyOf(statuses);
    }
  }

  /** Drives every GET that the container has a controller for. */
  Result run(ApiFunction function) {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    AwsClients.prime(
        () -> {
          for (Route route : ownGets()) {
            for (Principal caller : CALLERS) {
              int status = function.handleRequest(event(route, caller), null).getStatusCode();
              statuses.merge(route.path(), status, Math::max);
            }
          }
        });
    LOG.atInfo().addKeyValue("primed_routes", statuses.size()).log("Primed for a snapshot");
    return new Result(statuses);
  }

  private List<Route> ownGets() {
    List<Route> routes = new ArrayList<>();
    context
        .getBean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() == HttpMethod.GET)
        .map(route -> route.getUriMatchTemplate().toPathString())
        .map(path -> RouteTable.find(HttpMethod.GET, path))
        .flatMap(Optional::stream)
        .forEach(routes::add);
    return routes;
  }

  private static APIGatewayProxyRequestEvent event(Route route, Principal caller) {
    Map<String, String> variables = new HashMap<>();
    VARIABLE
        .matcher(route.path())
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(name -> variables.put(name, VALUES.getOrDefault(name, "priming")));
    ProxyRequestContext requestContext =
        new ProxyRequestContext().withRequestId("priming").withHttpMethod(HttpMethod.GET.name());
    requestContext.setAuthorizer(new HashMap<>(AuthorizerContext.of(caller)));
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(HttpMethod.GET.name())
        .withResource(route.path())
        .withPath(route.path())
        .withPathParameters(variables)
        .withHeaders(Map.of("Accept", "application/json", "Origin", "https://priming.invalid"))
        .withRequestContext(requestContext);
  }

  private static Principal caller(Role role) {
    return new Principal(
        "priming",
        role,
        Set.of(new OrganisationId("priming")),
        Optional.of(new Extension("101")),
        "Priming",
        Session.UNKNOWN);
  }
}
