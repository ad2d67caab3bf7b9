package callcentre.runner.gateway;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the API's Lambda authorizers and keeps their answers as long as the template says. */
final class Authorizers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CACHE_SWEEP_SIZE = 1_000;

  private record Key(String authorizer, List<String> identity) {}

  private record Cached(Decision decision, Instant until) {}

  private final Map<String, Authorizer> authorizers;
  private final Invoker functions;
  private final InstantSource clock;
  private final Map<Key, Cached> cache = new ConcurrentHashMap<>();

  Authorizers(Map<String, Authorizer> authorizers, Invoker functions, InstantSource clock) {
    this.authorizers = Map.copyOf(authorizers);
    this.functions = functions;
    this.clock = clock;
  }

  /**
   * The context for the function's event; empty where the route asks nobody.
   *
   * @throws GatewayException with the gateway's answer when the caller may not pass
   */
  Map<String, String> authorize(GatewayRequest request, RouteTable.Match match) {
    if (match.route().authorizer().isEmpty()) {
      return Map.of();
    }
    Authorizer authorizer = authorizers.get(match.route().authorizer().get());
    if (authorizer == null) {
      throw new GatewayException(ResponseType.AUTHORIZER_CONFIGURATION_ERROR);
    }
    Decision decision = decide(authorizer, request, match);
    String arn = request.methodArn();
    if (decision.policy().denies(arn)) {
      throw new GatewayException(
          new GatewayProblem(
              ResponseType.ACCESS_DENIED,
              ResponseType.ACCESS_DENIED.message() + " with an explicit deny",
              OptionalInt.empty()));
    }
    if (!decision.policy().allows(arn)) {
      throw new GatewayException(ResponseType.ACCESS_DENIED);
    }
    return decision.context();
  }

  private Decision decide(Authorizer authorizer, GatewayRequest request, RouteTable.Match match) {
    List<String> identity = new ArrayList<>();
    for (String header : authorizer.identityHeaders()) {
      identity.add(
          request
              .header(header)
              .filter(value -> !value.isBlank())
              .orElseThrow(() -> new GatewayException(ResponseType.UNAUTHORIZED)));
    }
    Key key = new Key(authorizer.name(), identity);
    Instant now = clock.instant();
    Cached cached = cache.get(key);
    if (cached != null && now.isBefore(cached.until())) {
      return cached.decision();
    }
    Decision decision = ask(authorizer, event(authorizer, identity, request, match));
    if (authorizer.cacheFor().isPositive()) {
      if (cache.size() > CACHE_SWEEP_SIZE) {
        cache.values().removeIf(old -> !now.isBefore(old.until()));
      }
      cache.put(key, new Cached(decision, now.plus(authorizer.cacheFor())));
    }
    return decision;
  }

  private static ObjectNode event(
      Authorizer authorizer,
      List<String> identity,
      GatewayRequest request,
      RouteTable.Match match) {
    return switch (authorizer.kind()) {
      case TOKEN ->
          JSON.createObjectNode()
              .put("type", "TOKEN")
              .put("authorizationToken", identity.getFirst())
              .put("methodArn", request.methodArn());
      case REQUEST ->
          ProxyEvent.request(request, match)
              .put("type", "REQUEST")
              .put("methodArn", request.methodArn());
    };
  }

  private Decision ask(Authorizer authorizer, ObjectNode event) {
    byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
    return switch (functions.invoke(authorizer.function(), payload)) {
      case Outcome.Answer(byte[] answer) ->
          Decision.read(answer)
              .orElseThrow(() -> new GatewayException(ResponseType.AUTHORIZER_CONFIGURATION_ERROR));
      // The one error that says the caller, not the authorizer, is at fault.
      case Outcome.Failure(String ignored, String message) when message.equals("Unauthorized") ->
          throw new GatewayException(ResponseType.UNAUTHORIZED);
      case Outcome.Failure ignored -> throw new GatewayException(ResponseType.AUTHORIZER_FAILURE);
      case Outcome.Throttled ignored -> throw new GatewayException(ResponseType.AUTHORIZER_FAILURE);
    };
  }
}
