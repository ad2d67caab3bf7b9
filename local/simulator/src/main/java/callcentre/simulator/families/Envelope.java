package callcentre.simulator.families;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The success shapes that several families share (MightyCall reference 2.1). */
public final class Envelope {

  private Envelope() {}

  /** {@code {"data": …, "isSuccess": true}}, the shape of the older families. */
  public static Answer data(JsonNode data) {
    ObjectNode body = Json.object();
    body.set("data", data);
    return Answer.ok(body.put("isSuccess", true));
  }
}
