package callcentre.runner.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The event a REST API gives a function: payload format 1.0 (AWS: "Input format of a Lambda
 * function for proxy integration").
 */
final class ProxyEvent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ProxyEvent() {}

  /**
   * @param authorizer principal and context of the authorizer; empty: the route has none
   * @param binary whether the API takes the body's media type as binary
   */
  static ObjectNode of(
      GatewayRequest request,
      RouteTable.Match match,
      Map<String, String> authorizer,
      boolean binary) {
    ObjectNode event = request(request, match);
    if (!authorizer.isEmpty()) {
      event.withObject("/requestContext").set("authorizer", JSON.valueToTree(authorizer));
    }
    byte[] body = request.body();
    if (body.length == 0) {
      event.putNull("body");
    } else if (binary) {
      event.put("body", Base64.getEncoder().encodeToString(body));
    } else {
      event.put("body", new String(body, StandardCharsets.UTF_8));
    }
    event.put("isBase64Encoded", binary && body.length > 0);
    return event;
  }

  /** What an event for a function and one for an authorizer of kind REQUEST have in common. */
  static ObjectNode request(GatewayRequest request, RouteTable.Match match) {
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", match.route().path().toString());
    event.put("path", request.path());
    event.put("httpMethod", request.method());
    event.set("headers", JSON.valueToTree(request.singleHeaders()));
    event.set("multiValueHeaders", JSON.valueToTree(request.headers()));
    Map<String, List<String>> query = request.queryParameters();
    if (query.isEmpty()) {
      event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    } else {
      ObjectNode single = event.putObject("queryStringParameters");
      query.forEach((name, values) -> single.put(name, values.getLast()));
      event.set("multiValueQueryStringParameters", JSON.valueToTree(query));
    }
    if (match.pathParameters().isEmpty()) {
      event.putNull("pathParameters");
    } else {
      event.set("pathParameters", JSON.valueToTree(match.pathParameters()));
    }
    event.putNull("stageVariables");
    event.set("requestContext", context(request, match));
    return event;
  }

  private static ObjectNode context(GatewayRequest request, RouteTable.Match match) {
    ObjectNode context = JSON.createObjectNode();
    context.put("resourceId", Integer.toHexString(match.route().path().hashCode()));
    context.put("resourcePath", match.route().path().toString());
    context.put("httpMethod", request.method());
    context.put("extendedRequestId", request.requestId());
    context.put("requestTime", request.requestTime());
    context.put("path", "/" + request.stage() + request.path());
    context.put("accountId", "000000000000");
    context.put("protocol", request.protocol());
    context.put("stage", request.stage());
    context.put("domainPrefix", GatewayRequest.API_ID);
    context.put("requestTimeEpoch", request.receivedAt().toEpochMilli());
    context.put("requestId", request.requestId());
    context.put("domainName", request.header("Host").orElse("localhost"));
    context.put("apiId", GatewayRequest.API_ID);
    ObjectNode identity = context.putObject("identity");
    for (String absent :
        List.of(
            "cognitoIdentityPoolId",
            "accountId",
            "cognitoIdentityId",
            "caller",
            "principalOrgId",
            "accessKey",
            "cognitoAuthenticationType",
            "cognitoAuthenticationProvider",
            "userArn",
            "user")) {
      identity.putNull(absent);
    }
    identity.put("sourceIp", request.sourceIp());
    identity.put("userAgent", request.header("User-Agent").orElse(null));
    return context;
  }
}
