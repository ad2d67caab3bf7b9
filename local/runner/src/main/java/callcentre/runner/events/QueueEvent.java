package callcentre.runner.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event of a queue mapping, and the answer that names failed messages. */
final class QueueEvent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private QueueEvent() {}

  static byte[] of(QueueMapping mapping, List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode item =
          records
              .addObject()
              .put("messageId", message.messageId())
              .put("receiptHandle", message.receiptHandle())
              .put("body", message.body());
      item.set("attributes", JSON.valueToTree(message.attributesAsStrings()));
      ObjectNode attributes = item.putObject("messageAttributes");
      message
          .messageAttributes()
          .forEach(
              (name, value) ->
                  attributes
                      .putObject(name)
                      .put("stringValue", value.stringValue())
                      .put("dataType", value.dataType()));
      item.put("md5OfBody", message.md5OfBody())
          .put("eventSource", "aws:sqs")
          .put("eventSourceARN", mapping.queueArn())
          .put("awsRegion", "us-east-1");
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The ids of the messages that failed; empty answer: the whole batch (AWS: "Reporting batch item
   * failures": an answer that cannot be read, or names an unknown message, fails all).
   */
  static Optional<Set<String>> failures(byte[] answer, List<Message> messages) {
    String text = new String(answer, StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || text.equals("null")) {
      return Optional.of(Set.of());
    }
    Set<String> known = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    Set<String> failed = new HashSet<>();
    try {
      JsonNode items = JSON.readTree(text).path("batchItemFailures");
      for (JsonNode item : items) {
        String id = item.path("itemIdentifier").asText("");
        if (!known.contains(id)) {
          return Optional.empty();
        }
        failed.add(id);
      }
      return Optional.of(failed);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
