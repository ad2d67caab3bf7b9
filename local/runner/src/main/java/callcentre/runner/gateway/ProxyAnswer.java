package callcentre.runner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a function's answer ({@code {"statusCode","headers","multiValueHeaders","body",
 * "isBase64Encoded"}}). Anything else is a malformed answer, which is a 502.
 */
final class ProxyAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KNOWN =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  /** AWS: "Important notes for API Gateway" lists what it renames in a function's answer. */
  private static final Set<String> REMAPPED =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-md5",
          "date",
          "expect",
          "host",
          "max-forwards",
          "server",
          "trailer",
          "upgrade",
          "via",
          "www-authenticate");

  private ProxyAnswer() {}

  /**
   * @param binary whether the caller accepts one of the API's binary media types; a base64 body is
   *     decoded only then
   */
  static HttpAnswer read(byte[] payload, boolean binary) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException malformed) {
      throw new GatewayException(GatewayProblem.functionFailed());
    }
    if (!wellFormed(answer)) {
      throw new GatewayException(GatewayProblem.functionFailed());
    }
    String text = answer.path("body").isNull() ? "" : answer.path("body").asText("");
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (binary && answer.path("isBase64Encoded").asBoolean()) {
      try {
        body = Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException malformed) {
        throw new GatewayException(ResponseType.API_CONFIGURATION_ERROR);
      }
    }
    return new HttpAnswer(answer.path("statusCode").asInt(), headers(answer), body);
  }

  private static boolean wellFormed(JsonNode answer) {
    if (!answer.isObject()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> field : answer.properties()) {
      if (!KNOWN.contains(field.getKey())) {
        return false;
      }
    }
    int status = answer.path("statusCode").asInt(0);
    JsonNode body = answer.path("body");
    return status >= 100
        && status <= 599
        && (body.isTextual() || body.isNull() || body.isMissingNode());
  }

  private static Map<String, List<String>> headers(JsonNode answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      headers.put(name(header.getKey()), new ArrayList<>(List.of(header.getValue().asText())));
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      List<String> values =
          headers.computeIfAbsent(name(header.getKey()), ignored -> new ArrayList<>());
      for (JsonNode value : header.getValue()) {
        // Given in both maps, a value appears once.
        if (!values.contains(value.asText())) {
          values.add(value.asText());
        }
      }
    }
    if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      headers.put("Content-Type", List.of("application/json"));
    }
    return headers;
  }

  private static String name(String header) {
    return REMAPPED.contains(header.toLowerCase(Locale.ROOT))
        ? "x-amzn-Remapped-" + header
        : header;
  }
}
