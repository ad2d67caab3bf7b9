package callcentre.client.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a request to send a message (reference 3.8). */
final class MessageJson {

  private MessageJson() {}

  static String write(NewMessage message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("from", message.from().e164());
    body.putArray("to").add(message.to().e164());
    body.put("message", message.text());
    if (!message.attachments().isEmpty()) {
      ArrayNode files = body.putArray("attachments");
      message
          .attachments()
          .forEach(file -> files.addObject().put("name", file.name()).put("data", file.base64()));
    }
    return body.toString();
  }
}
