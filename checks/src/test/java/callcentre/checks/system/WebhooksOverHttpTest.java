package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.AwsClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** From a call at the provider to the events that are kept of it, through the running system. */
@ExtendWith(GuardedStageExtension.class)
class WebhooksOverHttpTest {

  private static final int EVENTS = ProviderSwitch.EVENTS_OF_A_SHORT_CALL;

  private final GuardedStage stage;
  private final ProviderSwitch provider;
  private final Dashboard dashboard;
  private final AwsClients services;

  WebhooksOverHttpTest(GuardedStage stage) {
    this.stage = stage;
    this.provider = new ProviderSwitch(stage.facts());
    this.dashboard = new Dashboard(stage.facts());
    this.services = stage.services();
  }

  @BeforeEach
  void theProviderIsGivenTheAddress() throws InterruptedException {
    provider.registerWebhooks();
  }

  @AfterEach
  void theProviderForgetsTheAddress() {
    provider.forgetWebhooks();
    services.close();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aCallsEventsAreKeptWithoutTheAccountsKeyWhichIsNowhere() {
    String call = begin();
    Waiting.until("its events are kept", () -> eventsOf(call).size() == EVENTS);

    String key = provider.credentials().path("api_key").asText();
    assertThat(eventsOf(call))
        .allSatisfy(
            event -> {
              assertThat(event.get("status").s()).isEqualTo("received");
              assertThat(event.get("body").s()).contains("\"ApiKey\":\"***\"");
            })
        .extracting(event -> event.get("type").s())
        .containsExactly(
            "IncomingCall",
            "IncomingCallRinging",
            "IncomingCallConnected",
            "IncomingCallCompleted");
    Waiting.until(
        "the status is shown",
        () -> dashboard.get("platform_admin", BASE + "/status").status() == 200);
    Answer status = dashboard.get("platform_admin", BASE + "/status");
    assertThat(status.body().path("last_webhook_at").asText()).isNotEmpty();
    assertThat(status.body().path("webhook_tried_at").asText()).isNotEmpty();
    assertThat(status.toString()).doesNotContainIgnoringCase(key);
    assertThat(tablesWith(key)).isEmpty();
    assertThat(logsWith(key)).isEmpty();
  }

  @Test
  void aTablesOutageInTheMiddleIsHealedThroughTheQueue() {
    String queue = services.sqs().getQueueUrl(url -> url.queueName("guarded-webhooks")).queueUrl();
    String patience = visibility(queue);
    visibility(queue, "15");
    String call;
    try (GuardedStage.Outage outage = stage.outage("guarded-call_events")) {
      call = begin();
      Waiting.until("all events were answered", () -> provider.taken(call) == EVENTS);
      assertThat(eventsOf(call)).isEmpty();
    }

    Waiting.until("what waited is kept", () -> eventsOf(call).size() == EVENTS);
    visibility(queue, patience);
    assertThat(eventsOf(call))
        .allSatisfy(event -> assertThat(event.get("body").s()).contains("\"ApiKey\":\"***\""));
  }

  private String begin() {
    return provider.callShortly("102");
  }

  private List<Map<String, AttributeValue>> eventsOf(String call) {
    return services
        .dynamoDb()
        .query(
            query ->
                query
                    .tableName("guarded-call_events")
                    .keyConditionExpression("call_id = :call")
                    .expressionAttributeValues(Map.of(":call", AttributeValue.fromS(call))))
        .items();
  }

  private List<String> tablesWith(String key) {
    return services.dynamoDb().listTables().tableNames().stream()
        .filter(
            table ->
                services.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream()
                    .anyMatch(item -> holds(item.toString(), key)))
        .toList();
  }

  private List<Path> logsWith(String key) {
    return stage.facts().logs().values().stream()
        .filter(Files::exists)
        .filter(log -> holds(read(log), key))
        .toList();
  }

  private static boolean holds(String text, String key) {
    return text.toLowerCase(Locale.ROOT).contains(key.toLowerCase(Locale.ROOT));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String visibility(String queue) {
    return services
        .sqs()
        .getQueueAttributes(
            request ->
                request.queueUrl(queue).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
        .attributes()
        .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "");
  }

  private void visibility(String queue, String seconds) {
    services
        .sqs()
        .setQueueAttributes(
            request ->
                request
                    .queueUrl(queue)
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, seconds)));
  }
}
