package callcentre.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer.
 *
 * @param contentType not sent when the body is empty
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers)
    implements Outcome {

  public static final String JSON = "application/json; charset=utf-8";
  public static final String HTML = "text/html; charset=us-ascii";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** An answer in JSON. */
  public static Answer json(int status, JsonNode body) {
    return new Answer(status, JSON, Json.write(body), Map.of());
  }

  /** 200 in JSON. */
  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  /** An answer that is an HTML page. */
  public static Answer html(int status, String page) {
    return new Answer(status, HTML, page, Map.of());
  }

  /** The same answer with another body. */
  public Answer withBody(String newBody) {
    return new Answer(status, contentType, newBody, headers);
  }

  /** The same answer with one more header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }
}
