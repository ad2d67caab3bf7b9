package callcentre.cloud.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code $connect} said. A status other than 2xx refuses the handshake and is what the client
 * sees of it.
 *
 * @param subprotocol the function's header {@code Sec-WebSocket-Protocol}
 */
record ConnectAnswer(int status, Optional<String> subprotocol) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";
  private static final int BAD_GATEWAY = 502;

  /** The function failed, or answered what is no proxy answer. */
  static final ConnectAnswer FAILED = new ConnectAnswer(BAD_GATEWAY, Optional.empty());

  /** There is nothing that could refuse. */
  static final ConnectAnswer ACCEPTED = new ConnectAnswer(200, Optional.empty());

  static ConnectAnswer of(byte[] payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException noJson) {
      return FAILED;
    }
    int status = answer.path("statusCode").asInt(0);
    if (status < 100 || status > 599) {
      return FAILED;
    }
    return new ConnectAnswer(status, header(answer));
  }

  boolean accepted() {
    return status >= 200 && status < 300;
  }

  private static Optional<String> header(JsonNode answer) {
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase(SUBPROTOCOL)) {
        return Optional.of(header.getValue().asText());
      }
    }
    for (Map.Entry<String, JsonNode> header : answer.path("multiValueHeaders").properties()) {
      if (header.getKey().equalsIgnoreCase(SUBPROTOCOL) && !header.getValue().isEmpty()) {
        return Optional.of(header.getValue().get(0).asText());
      }
    }
    return Optional.empty();
  }
}
