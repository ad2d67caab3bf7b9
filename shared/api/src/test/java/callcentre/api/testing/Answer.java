package callcentre.api.testing;

import callcentre.api.json.Json;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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

  /** The ids of the rows of a list. */
  public List<String> ids(String list) {
    return texts(list, "/id");
  }

  /**
   * The texts of a member of the rows of a list.
   *
   * @param member a JSON pointer into a row
   * @throws AssertionError when this is no such list
   */
  public List<String> texts(String list, String member) {
    if (status != 200 || !json().path(list).isArray()) {
      throw new AssertionError("not a list of " + list + ": " + status + " " + body);
    }
    List<String> texts = new ArrayList<>();
    json().get(list).forEach(row -> texts.add(row.at(member).asText()));
    return texts;
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
