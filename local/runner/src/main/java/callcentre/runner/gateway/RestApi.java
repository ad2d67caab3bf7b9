package callcentre.runner.gateway;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One REST API: finds the route, asks its authorizer, runs its function, shapes the answer. */
public final class RestApi {

  /** AWS: quotas of REST APIs; the integration limit's default. */
  static final Duration INTEGRATION_LIMIT = Duration.ofSeconds(29);

  private static final int EVENT_LIMIT_BYTES = 6 * 1024 * 1024;
  private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

  private final ApiDefinition definition;
  private final RouteTable routes;
  private final Authorizers authorizers;
  private final GatewayResponses responses;
  private final Invoker functions;
  private final Duration integrationLimit;

  public RestApi(ApiDefinition definition, Invoker functions, InstantSource clock) {
    this(definition, functions, clock, INTEGRATION_LIMIT);
  }

  RestApi(
      ApiDefinition definition, Invoker functions, InstantSource clock, Duration integrationLimit) {
    this.definition = definition;
    this.routes = new RouteTable(definition.routes());
    this.authorizers = new Authorizers(definition.authorizers(), functions, clock);
    this.responses = new GatewayResponses(definition.responses());
    this.functions = functions;
    this.integrationLimit = integrationLimit;
  }

  String stage() {
    return definition.stage();
  }

  /** The resources of this API. */
  Set<PathPattern> paths() {
    return routes.paths();
  }

  /** Whether a path, as the client encoded it, is that of a resource of this API. */
  boolean declares(String path) {
    return paths().stream().anyMatch(pattern -> pattern.match(path).isPresent());
  }

  HttpAnswer answer(GatewayRequest request) {
    try {
      RouteTable.Match match =
          routes
              .find(request.method(), request.path())
              .orElseThrow(() -> new GatewayException(ResponseType.MISSING_AUTHENTICATION_TOKEN));
      return integrate(request, match, authorizers.authorize(request, match));
    } catch (GatewayException ended) {
      return responses.answer(ended.problem(), request);
    }
  }

  /** The answer to a body beyond the limit, which is not read to its end. */
  HttpAnswer tooLarge(GatewayRequest withoutBody) {
    return responses.answer(GatewayProblem.of(ResponseType.REQUEST_TOO_LARGE), withoutBody);
  }

  /** The answer when this program itself failed: what API Gateway says of its own failures. */
  HttpAnswer failed(GatewayRequest request) {
    return responses.answer(GatewayProblem.of(ResponseType.DEFAULT_5XX), request);
  }

  private HttpAnswer integrate(
      GatewayRequest request, RouteTable.Match match, Map<String, String> authorizer) {
    boolean binaryBody = isBinary(request.header("Content-Type").orElse(""));
    ObjectNode event = ProxyEvent.of(request, match, authorizer, binaryBody);
    byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
    if (payload.length > EVENT_LIMIT_BYTES) {
      throw new GatewayException(ResponseType.REQUEST_TOO_LARGE);
    }
    return switch (invoke(match.route().function(), payload)) {
      case Outcome.Answer(byte[] answer) ->
          ProxyAnswer.read(answer, isBinary(request.header("Accept").orElse("")));
      case Outcome.Failure ignored -> throw new GatewayException(GatewayProblem.functionFailed());
      // AWS, Lambda errors: an invocation that Lambda refuses is a 500, not a 502.
      case Outcome.Throttled ignored -> throw new GatewayException(ResponseType.DEFAULT_5XX);
    };
  }

  private Outcome invoke(String function, byte[] payload) {
    var running = CompletableFuture.supplyAsync(() -> functions.invoke(function, payload), THREADS);
    try {
      return running.get(integrationLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      // The function runs on, as it does at AWS; nobody waits for it.
      throw new GatewayException(ResponseType.INTEGRATION_TIMEOUT);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new GatewayException(ResponseType.INTEGRATION_FAILURE);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Cannot run " + function, failure.getCause());
    }
  }

  /** The first media type counts: API Gateway reads no further in an Accept header. */
  private boolean isBinary(String header) {
    String first = header.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
    return definition.binaryMediaTypes().stream()
        .map(type -> type.toLowerCase(Locale.ROOT))
        .anyMatch(
            type ->
                type.equals("*/*")
                    || type.equals(first)
                    || (type.endsWith("/*")
                        && first.startsWith(type.substring(0, type.length() - 1))));
  }
}
