package callcentre.functions.webhookrecovery;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.Fault;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.lambda.Invocation;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class WebhookRecoveryTest {

  private static final String EVENT =
      """
      {"Body":{"Id":"a91c7d44-0e6b-4f38-b2d5-1c3e5f708192","Extension":"%s"},"ApiKey":"***",
       "Timestamp":"2026-09-14T16:20:06.5140000Z","EventType":"IncomingCallRinging"}
      """;

  private final Cloud cloud;
  private final FaultInjector faults = new FaultInjector();
  private final String table;
  private final WebhookRecoveryHandler handler;

  WebhookRecoveryTest(Cloud cloud) {
    this.cloud = cloud;
    String stage = cloud.newStage();
    table = TemplateTables.create(cloud, stage, "call_events");
    handler =
        new WebhookRecoveryHandler(cloud.clients(faults), new Environment(Map.of("STAGE", stage)));
  }

  @Test
  void whatWaitedIsStoredAsItWouldHaveBeenAtFirst() {
    assertThat(handle(message("1", EVENT.formatted("101"), "received"))).isEmpty();

    assertThat(stored()).hasSize(1);
    Map<String, AttributeValue> item = stored().getFirst();
    assertThat(item.get("call_id").s()).isEqualTo("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192");
    assertThat(item.get("received_at").s()).isEqualTo("2026-09-14T16:20:07Z");
    assertThat(item.get("status").s()).isEqualTo("received");
  }

  @Test
  void aQuarantinedEventStaysSo() {
    handle(message("1", EVENT.formatted("101"), "quarantined"));

    assertThat(stored().getFirst().get("call_id").s()).startsWith("quarantine#");
  }

  @Test
  void whatIsDeliveredTwiceIsStoredOnce() {
    SQSMessage message = message("1", EVENT.formatted("101"), "received");

    assertThat(handle(message, message)).isEmpty();
    assertThat(stored()).hasSize(1);
  }

  @Test
  void onlyWhatCouldNotBeStoredComesAgain() {
    faults.next("dynamodb.PutItem", new Fault.AccessDenied());

    assertThat(
            handle(
                message("refused", EVENT.formatted("101"), "received"),
                message("stored", EVENT.formatted("102"), "received"),
                message("poison", "no event", "received")))
        .containsExactly("refused", "poison");
    assertThat(stored()).hasSize(1);
  }

  private List<String> handle(SQSMessage... messages) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(messages));
    return handler
        .handleRequest(event, new Invocation(Duration.ofSeconds(10)))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private List<Map<String, AttributeValue>> stored() {
    return cloud.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private static SQSMessage message(String id, String body, String standing) {
    SQSMessage message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    message.setMessageAttributes(
        Map.of("received_at", text("2026-09-14T16:20:07Z"), "standing", text(standing)));
    return message;
  }

  private static MessageAttribute text(String value) {
    MessageAttribute attribute = new MessageAttribute();
    attribute.setDataType("String");
    attribute.setStringValue(value);
    return attribute;
  }
}
