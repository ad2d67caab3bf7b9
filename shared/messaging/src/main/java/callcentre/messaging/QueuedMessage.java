package callcentre.messaging;

import callcentre.domain.messages.sending.OutgoingId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What travels on the queue of messages: {@code {"message_id":"m-…"}}. Everything else is in the
 * message's row, so what arrives twice or late says nothing that is out of date.
 */
public record QueuedMessage(OutgoingId id) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGE_ID = "message_id";

  /**
   * Reads a body.
   *
   * @throws MalformedQueueMessageException when it names no message
   */
  public static QueuedMessage read(String body) {
    JsonNode message;
    try {
      message = JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new MalformedQueueMessageException(notJson);
    }
    return OutgoingId.find(message.path(MESSAGE_ID).asText(""))
        .map(QueuedMessage::new)
        .orElseThrow(() -> new MalformedQueueMessageException(null));
  }

  /** The body. */
  public String write() {
    return JSON.createObjectNode().put(MESSAGE_ID, id.value()).toString();
  }
}
