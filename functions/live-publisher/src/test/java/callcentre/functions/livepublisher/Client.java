package callcentre.functions.livepublisher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A client that keeps to the protocol: it ignores what it has had, and lower versions. */
final class Client {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<List<String>> received;

  Client(Supplier<List<String>> received) {
    this.received = received;
  }

  List<JsonNode> messages() {
    return received.get().stream().map(Client::read).toList();
  }

  /** The counts that it was told of a topic, in order. */
  List<Long> counts(String topic) {
    return messages().stream()
        .filter(message -> message.get("topic").asText().equals(topic))
        .map(message -> message.get("seq").asLong())
        .toList();
  }

  /** The newest state of each row, by its id; of those that were withdrawn none. */
  Map<String, JsonNode> rows() {
    Map<String, Long> versions = new HashMap<>();
    Map<String, JsonNode> rows = new TreeMap<>();
    for (JsonNode message : messages()) {
      JsonNode data = message.get("data");
      String id = data.path("id").asText(data.path("user_id").asText(data.path("userId").asText()));
      long version = message.get("version").asLong();
      if (version >= versions.getOrDefault(id, 0L)) {
        versions.put(id, version);
        if (data.path("withdrawn").asBoolean()) {
          rows.remove(id);
        } else {
          rows.put(id, data);
        }
      }
    }
    return rows;
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new AssertionError(text, malformed);
    }
  }
}
