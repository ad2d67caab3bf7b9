package callcentre.api.http;

import callcentre.api.access.Route;
import callcentre.api.problem.Problems;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * One request from the gate to the finished answer. The order is written down here once: preflight,
 * path and method, identity and role, size, router, headers. Whatever fails on the way, the
 * router's adapter included, becomes a problem with the same headers.
 */
@Singleton
public final class Exchange {

  private final Problems problems;
  private final Cors cors;
  private final AnswerHeaders headers;

  Exchange(Problems problems, Cors cors, AnswerHeaders headers) {
    this.problems = problems;
    this.cors = cors;
    this.headers = headers;
  }

  /**
   * Answers an event.
   *
   * @param router called with the event as the router shall see it
   */
  public APIGatewayProxyResponseEvent answer(
      APIGatewayProxyRequestEvent event,
      Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> router) {
    APIGatewayProxyResponseEvent answer;
    try {
      answer = Gate.isPreflight(event) ? preflight(event) : admit(event, router);
    } catch (RuntimeException failure) {
      answer = problems.render(failure, RequestIds.of(event));
    }
    return headers.complete(event, answer);
  }

  private APIGatewayProxyResponseEvent preflight(APIGatewayProxyRequestEvent event) {
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(204)
        .withHeaders(cors.preflight(Headers.get(event, "Origin"), Gate.methods(event)));
  }

  private static APIGatewayProxyResponseEvent admit(
      APIGatewayProxyRequestEvent event,
      Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> router) {
    Route route = Gate.route(event);
    Gate.caller(event, route);
    Gate.requireSmallBody(event);
    return router.apply(RoutableEvent.of(event));
  }
}
