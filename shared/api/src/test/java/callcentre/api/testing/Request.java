package callcentre.api.testing;

import callcentre.api.ApiFunction;
import callcentre.api.access.AuthorizerContext;
import callcentre.api.access.Principal;
import callcentre.api.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request to a function, written as a client would: {@code
 * api.get("/api/admin/users?limit=10").as(Callers.admin()).send()}. It becomes the event that API
 * Gateway would make of it; the path template is found in the route table.
 */
public final class Request {

  private final ApiFunction function;
  private final APIGatewayProxyRequestEvent event = new APIGatewayProxyRequestEvent();
  private final ProxyRequestContext context = new ProxyRequestContext();
  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, List<String>> query = new LinkedHashMap<>();

  Request(ApiFunction function, String method, String pathAndQuery) {
    this.function = function;
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    MatchedPath matched = MatchedPath.of(path);
    context.setRequestId(UUID.randomUUID().toString());
    context.setHttpMethod(method);
    event
        .withHttpMethod(method)
        .withPath(path)
        .withResource(matched.resource())
        .withPathParameters(matched.parameters());
    headers.put("Accept", "application/json");
    if (mark >= 0) {
      for (String pair : pathAndQuery.substring(mark + 1).split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
  }

  /** Who calls; without it the request has no principal, as on a route without authorizer. */
  public Request as(Principal principal) {
    context.setAuthorizer(new HashMap<>(AuthorizerContext.of(principal)));
    return this;
  }

  /** Adds a query parameter as API Gateway hands it on, that is decoded. */
  public Request query(String name, String value) {
    query.computeIfAbsent(name, added -> new ArrayList<>()).add(value);
    return this;
  }

  public Request header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** A body in JSON: text as it is, anything else written by the API's own mapper. */
  public Request body(Object body) {
    headers.putIfAbsent("Content-Type", "application/json");
    event.setBody(body instanceof String text ? text : Json.write(body));
    return this;
  }

  /** Sets the id that the gateway gives the request. */
  public Request id(String requestId) {
    context.setRequestId(requestId);
    return this;
  }

  /** The event itself, for what this class has no method for. */
  public APIGatewayProxyRequestEvent event() {
    Map<String, String> single = new HashMap<>();
    query.forEach((name, values) -> single.put(name, values.getLast()));
    Map<String, List<String>> multiHeaders = new HashMap<>();
    headers.forEach((name, value) -> multiHeaders.put(name, List.of(value)));
    return event
        .withRequestContext(context)
        .withHeaders(Map.copyOf(headers))
        .withMultiValueHeaders(multiHeaders)
        .withQueryStringParameters(query.isEmpty() ? null : single)
        .withMultiValueQueryStringParameters(query.isEmpty() ? null : query);
  }

  public Answer send() {
    return Answer.of(function.handleRequest(event(), null));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
