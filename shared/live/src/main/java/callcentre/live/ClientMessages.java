package callcentre.live;

import callcentre.domain.live.ClientMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Reads what clients say. Unknown fields are ignored, as everywhere in the API. */
public final class ClientMessages {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientMessages() {}

  /**
   * A message.
   *
   * @throws InvalidMessageException when it is no JSON object of one of the contract's forms
   */
  public static ClientMessage read(String text) throws InvalidMessageException {
    JsonNode message = parse(text);
    String type = message.path("type").asText("");
    return switch (type) {
      case "subscribe" -> new ClientMessage.Subscribe(topics(message.path("topics")));
      case "resume" -> new ClientMessage.Resume(topic(message), seq(message.path("seq")));
      case "ping" -> new ClientMessage.Ping();
      default ->
          throw new InvalidMessageException(
              "\"type\" is one of subscribe, resume and ping; nothing was done.");
    };
  }

  private static JsonNode parse(String text) throws InvalidMessageException {
    try {
      JsonNode message = JSON.readTree(text);
      if (message.isObject()) {
        return message;
      }
    } catch (JsonProcessingException malformed) {
      // Said below, without the text: it may hold anything.
    }
    throw new InvalidMessageException("A message is one JSON object; nothing was done.");
  }

  private static List<String> topics(JsonNode topics) throws InvalidMessageException {
    List<String> names = new ArrayList<>();
    for (JsonNode topic : topics) {
      if (!topic.isTextual()) {
        throw noTopics();
      }
      names.add(topic.textValue());
    }
    if (!topics.isArray() || names.isEmpty()) {
      throw noTopics();
    }
    return names;
  }

  private static InvalidMessageException noTopics() {
    return new InvalidMessageException(
        "\"topics\" is a list of one or more texts, for example [\"all\"]; nothing was done.");
  }

  private static String topic(JsonNode message) throws InvalidMessageException {
    JsonNode topic = message.path("topic");
    if (!topic.isTextual()) {
      throw new InvalidMessageException(
          "\"topic\" is a text, for example \"all\"; nothing was done.");
    }
    return topic.textValue();
  }

  private static long seq(JsonNode seq) throws InvalidMessageException {
    if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
      throw new InvalidMessageException(
          "\"seq\" is the last seq you have, a whole number from 0 on; nothing was done.");
    }
    return seq.longValue();
  }
}
