package callcentre.checks.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What came back over HTTP.
 *
 * @param headers by name in lower case
 * @param body a missing node where there is none
 */
public record Answer(int status, Map<String, String> headers, JsonNode body) {

  /** The code of a problem, for example {@code not_found}. */
  public String error() {
    return body.path("error").asText();
  }

  /** The fields that a problem names. */
  public List<String> fields() {
    return body.path("errors").findValuesAsText("field");
  }

  /** One member of every row of a list. */
  public List<String> values(String list, String member) {
    return StreamSupport.stream(body.path(list).spliterator(), false)
        .map(row -> row.path(member).asText())
        .toList();
  }

  @Override
  public String toString() {
    return status + " " + body;
  }
}
