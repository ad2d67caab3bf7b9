package callcentre.runner.gateway;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the answers no function made, as the template declares them. */
final class GatewayResponses {

  private static final GatewayResponse BUILT_IN =
      new GatewayResponse(
          OptionalInt.empty(),
          Map.of(),
          Map.of("application/json", "{\"message\":$context.error.messageString}"));

  private final Map<ResponseType, GatewayResponse> declared;

  /**
   * @throws IllegalArgumentException if a header expression is of an unknown kind
   */
  GatewayResponses(Map<ResponseType, GatewayResponse> declared) {
    declared
        .values()
        .forEach(response -> response.headers().values().forEach(ContextTemplate::check));
    this.declared = Map.copyOf(declared);
  }

  HttpAnswer answer(GatewayProblem problem, GatewayRequest request) {
    ResponseType type = problem.type();
    Optional<GatewayResponse> own = Optional.ofNullable(declared.get(type));
    GatewayResponse response =
        own.or(() -> Optional.ofNullable(declared.get(type.fallback()))).orElse(BUILT_IN);
    // A default answer serves many types: its own status holds only where it is the declared one.
    int status = response.status().orElse(problem.status().orElse(type.status()));
    Map<String, String> context = context(problem, request);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Map.Entry<String, String> template = template(response, request);
    headers.put("Content-Type", List.of(template.getKey()));
    response
        .headers()
        .forEach(
            (name, expression) ->
                put(
                    headers,
                    name,
                    ContextTemplate.evaluate(expression, context, request.singleHeaders())));
    byte[] body =
        ContextTemplate.fill(template.getValue(), context).getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(status, headers, body);
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    headers.keySet().removeIf(name::equalsIgnoreCase);
    headers.put(name, List.of(value));
  }

  /** The declared media type the caller accepts, else JSON, else the only one there is. */
  private static Map.Entry<String, String> template(
      GatewayResponse response, GatewayRequest request) {
    Map<String, String> templates =
        response.templates().isEmpty() ? BUILT_IN.templates() : response.templates();
    String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return templates.entrySet().stream()
        .filter(template -> accept.contains(template.getKey().toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(
            () ->
                templates.entrySet().stream()
                    .filter(template -> template.getKey().equals("application/json"))
                    .findFirst())
        .orElseGet(() -> templates.entrySet().iterator().next());
  }

  private static Map<String, String> context(GatewayProblem problem, GatewayRequest request) {
    Map<String, String> context = new HashMap<>(request.context());
    context.put("error.message", problem.message());
    context.put("error.messageString", TextNode.valueOf(problem.message()).toString());
    context.put("error.responseType", problem.type().name());
    return context;
  }
}
