package callcentre.api.testing;

import callcentre.api.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a function answered.
 *
 * @param headers names compare without case
 * @param body the text as it is; empty when there is none
 */
public record Answer(int status, Map<String, String> headers, String body) {

  /** The answer behind what a handler returned. */
  public static Answer of(APIGatewayProxyResponseEvent event) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(event.getHeaders());
    return new Answer(
        event.getStatusCode(), headers, event.getBody() == null ? "" : event.getBody());
  }

  /** The body as JSON; a missing node when there is none. */
  public JsonNode json() {
    try {
      return Json.mapper().readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("the body is not JSON: " + body, notJson);
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The problem's code, or the empty text when the answer is no problem. */
  public String error() {
    return body.isEmpty() ? "" : json().path("error").asText();
  }

  /** The fields that a problem names, in order, separated by commas. */
  public String errorFields() {
    StringBuilder fields = new StringBuilder();
    json()
        .path("errors")
        .forEach(
            error ->
                fields.append(fields.isEmpty() ? "" : ",").append(error.path("field").asText()));
    return fields.toString();
  }
}
