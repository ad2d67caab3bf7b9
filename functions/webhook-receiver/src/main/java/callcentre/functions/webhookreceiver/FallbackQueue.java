package callcentre.functions.webhookreceiver;

import callcentre.storage.events.StoredEvent;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * Where an event waits that the table refused. The message is the body without keys; when it came
 * and whether it is believed are attributes of the message.
 */
final class FallbackQueue {

  private final Supplier<SqsClient> client;
  private final Supplier<String> url;

  FallbackQueue(Supplier<SqsClient> client, Supplier<String> url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Hands the event over: 1 request.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when the queue did not take it
   */
  void send(StoredEvent event) {
    client
        .get()
        .sendMessage(
            request ->
                request
                    .queueUrl(url.get())
                    .messageBody(event.body())
                    .messageAttributes(
                        Map.of(
                            "received_at", text(event.receivedAt().toString()),
                            "standing", text(event.standing().wireName()))));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
