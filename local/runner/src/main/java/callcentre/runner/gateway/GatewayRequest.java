package callcentre.runner.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it came in.
 *
 * @param path as the client encoded it: a REST API does not decode it
 * @param query the raw query string, or empty
 * @param headers in any case; every value kept
 */
record GatewayRequest(
    String requestId,
    Instant receivedAt,
    String stage,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp,
    String protocol) {

  static final String API_ID = "local";
  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getLast())
        .findFirst();
  }

  /** The last value of each, which is what the single-value maps of an event hold. */
  Map<String, String> singleHeaders() {
    Map<String, String> single = new LinkedHashMap<>();
    headers.forEach((name, values) -> single.put(name, values.getLast()));
    return single;
  }

  Map<String, List<String>> queryParameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.computeIfAbsent(decode(name), ignored -> new ArrayList<>()).add(decode(value));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new GatewayException(ResponseType.BAD_REQUEST_PARAMETERS);
    }
  }

  String requestTime() {
    return REQUEST_TIME.format(receivedAt);
  }

  /** The variables a gateway response may use. */
  Map<String, String> context() {
    return Map.of(
        "requestId", requestId,
        "extendedRequestId", requestId,
        "httpMethod", method,
        "path", "/" + stage + path,
        "protocol", protocol,
        "stage", stage,
        "apiId", API_ID,
        "requestTime", requestTime(),
        "requestTimeEpoch", Long.toString(receivedAt.toEpochMilli()),
        "identity.sourceIp", sourceIp);
  }

  /** What policies name: {@code arn:…:{api}/{stage}/{method}{path}}. */
  String methodArn() {
    return "arn:aws:execute-api:us-east-1:000000000000:"
        + API_ID
        + "/"
        + stage
        + "/"
        + method
        + path;
  }
}
