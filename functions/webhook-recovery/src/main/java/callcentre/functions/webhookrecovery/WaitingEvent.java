package callcentre.functions.webhookrecovery;

import callcentre.client.webhooks.WebhookBody;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.Map;

/** An event as it lies on the fallback queue: the body without keys, and two attributes. */
final class WaitingEvent {

  private WaitingEvent() {}

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is none of the receiver's
   */
  static StoredEvent read(SQSMessage message) {
    WebhookBody body =
        WebhookBody.parse(message.getBody())
            .orElseThrow(() -> new IllegalArgumentException("the message is no event"));
    return new StoredEvent(
        body.notice(),
        body.text(),
        Instant.parse(attribute(message, "received_at")),
        EventStanding.ofWireName(attribute(message, "standing"))
            .orElseThrow(() -> new IllegalArgumentException("the message has no standing")));
  }

  static StoredEvent ofPriming() {
    WebhookBody body = WebhookBody.parse("{\"EventType\":\"priming\"}").orElseThrow();
    return new StoredEvent(body.notice(), body.text(), Instant.EPOCH, EventStanding.QUARANTINED);
  }

  private static String attribute(SQSMessage message, String name) {
    Map<String, MessageAttribute> attributes = message.getMessageAttributes();
    MessageAttribute attribute = attributes == null ? null : attributes.get(name);
    if (attribute == null) {
      throw new IllegalArgumentException("the message lacks " + name);
    }
    return attribute.getStringValue();
  }
}
