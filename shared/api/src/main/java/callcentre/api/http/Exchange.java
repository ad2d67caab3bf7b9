package callcentre.api.http;

import callcentre.api.access.AuthorizerContext;
import callcentre.api.access.Principal;
import callcentre.api.access.Route;
import callcentre.api.problem.Problem;
import callcentre.api.problem.Problems;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request from the gate to the finished answer. The order is written down here once: preflight,
 * path and method, identity and role, size, router, headers. Whatever fails on the way, the
 * router's adapter included, becomes a problem with the same headers.
 */
@Singleton
public final class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Problems problems;
  private final Cors cors;
  private final AnswerHeaders headers;
  private final InstantSource clock;

  Exchange(Problems problems, Cors cors, AnswerHeaders headers, InstantSource clock) {
    this.clock = clock;
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
    long startedMillis = clock.millis();
    APIGatewayProxyResponseEvent answer;
    try {
      answer = Gate.isPreflight(event) ? preflight(event) : admit(event, router);
    } catch (RuntimeException failure) {
      answer = problems.render(failure, RequestIds.of(event));
    }
    log(event, answer, clock.millis() - startedMillis);
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
    return requireOurs(router.apply(RoutableEvent.of(event)));
  }

  /** The router answers by itself only where it failed on the way to our own error handler. */
  private static APIGatewayProxyResponseEvent requireOurs(APIGatewayProxyResponseEvent answer) {
    boolean problem =
        Problem.MEDIA_TYPE.equals(Headers.of(answer).getOrDefault("Content-Type", ""));
    if (answer.getStatusCode() >= 400 && !problem) {
      throw new IllegalStateException(
          "status " + answer.getStatusCode() + " was answered without an ApiException");
    }
    return answer;
  }

  /** One line per request: the path's template, for the path itself may hold numbers or tokens. */
  private static void log(
      APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent answer, long millis) {
    LOG.atInfo()
        .addKeyValue("method", event.getHttpMethod())
        .addKeyValue("route", event.getResource())
        .addKeyValue("http_status", answer.getStatusCode())
        .addKeyValue("duration_ms", millis)
        .addKeyValue(
            "user_id", AuthorizerContext.principal(event).map(Principal::userId).orElse(""))
        .log("Answered");
  }
}
