package callcentre.cloud.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The events of a WebSocket API's Lambda proxy integration (AWS: "Set up Lambda proxy integration
 * for WebSocket APIs"). Only {@code $connect} carries the client's headers and query.
 */
final class GatewayEvents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String apiId;
  private final String stage;
  private final Identifiers identifiers;
  private final InstantSource clock;

  GatewayEvents(String apiId, String stage, Identifiers identifiers, InstantSource clock) {
    this.apiId = apiId;
    this.stage = stage;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  byte[] connect(Handshake handshake) {
    ObjectNode event = JSON.createObjectNode();
    addHeaders(event, handshake.headers());
    if (!handshake.query().isEmpty()) {
      ObjectNode single = event.putObject("queryStringParameters");
      handshake.query().forEach((name, values) -> single.put(name, values.getLast()));
      event.set("multiValueQueryStringParameters", JSON.valueToTree(handshake.query()));
    }
    event.set("requestContext", context(RouteKey.CONNECT, handshake));
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  byte[] message(Handshake handshake, String text) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode context = context(RouteKey.DEFAULT, handshake);
    context.put("messageId", identifiers.message());
    event.set("requestContext", context);
    event.put("body", text);
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  byte[] disconnect(Handshake handshake, int status, String reason) {
    ObjectNode event = JSON.createObjectNode();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Host", List.of(handshake.host()));
    headers.put("x-api-key", List.of(""));
    headers.put("X-Forwarded-For", List.of(""));
    headers.put("x-restapi", List.of(""));
    addHeaders(event, headers);
    ObjectNode context = context(RouteKey.DISCONNECT, handshake);
    context.put("disconnectStatusCode", status);
    context.put("disconnectReason", reason);
    event.set("requestContext", context);
    event.put("isBase64Encoded", false);
    return bytes(event);
  }

  /** What a client reads when its message found no integration, or one that failed. */
  String complaint(String connectionId, String message) {
    ObjectNode complaint = JSON.createObjectNode();
    complaint.put("message", message);
    complaint.put("connectionId", connectionId);
    complaint.put("requestId", identifiers.request());
    return complaint.toString();
  }

  private static void addHeaders(ObjectNode event, Map<String, List<String>> headers) {
    ObjectNode single = event.putObject("headers");
    headers.forEach((name, values) -> single.put(name, values.getLast()));
    event.set("multiValueHeaders", JSON.valueToTree(headers));
  }

  private ObjectNode context(RouteKey route, Handshake handshake) {
    Instant now = clock.instant();
    String requestId = identifiers.request();
    ObjectNode context = JSON.createObjectNode();
    context.put("routeKey", route.key());
    context.put("eventType", route.eventType());
    context.put("extendedRequestId", requestId);
    context.put("requestTime", REQUEST_TIME.format(now));
    context.put("messageDirection", "IN");
    context.put("stage", stage);
    context.put("connectedAt", handshake.at().toEpochMilli());
    context.put("requestTimeEpoch", now.toEpochMilli());
    ObjectNode identity = context.putObject("identity");
    identity.put("userAgent", handshake.userAgent());
    identity.put("sourceIp", handshake.sourceIp());
    context.put("requestId", requestId);
    context.put("domainName", handshake.host());
    context.put("connectionId", handshake.connectionId());
    context.put("apiId", apiId);
    return context;
  }

  private static byte[] bytes(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An event cannot be written as JSON", impossible);
    }
  }
}
