package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.AwsClients;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events that the projector gives up, and the way back into the rows that they belong to. */
@ExtendWith(GuardedStageExtension.class)
class RedriveThroughTheSystemTest {

  private static final String CALL = "5f1c7d44-0e6b-4f38-b2d5-6c3e5f709901";
  private static final String EXTENSION = "117";
  private static final String ROWS = "guarded-call_history";
  private static final String PRESENCE = "guarded-agent_status_history";
  private static final String EVENTS = "guarded-call_events";

  /** The keys of the tables' items, and what counts the writes of one. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          ROWS, Set.of("id"),
          PRESENCE, Set.of("extension", "at"),
          EVENTS, Set.of("call_id", "event"));

  private static final String WRITES = "version";

  private final HttpClient provider = HttpClient.newHttpClient();
  private final GuardedStage stage;
  private final Dashboard dashboard;
  private final AwsClients services;
  private final Instant connected;

  RedriveThroughTheSystemTest(GuardedStage stage) {
    this.stage = stage;
    this.dashboard = new Dashboard(stage.facts());
    this.services = stage.services();
    this.connected = stage.startedAt().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
  }

  @AfterEach
  void close() {
    services.close();
    provider.close();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void whatTheProjectorGivesUpIsSeenInTheStatusAndRedrivenIntoTheRowsThatItWouldHaveMade()
      throws Exception {
    theProviderTells();
    Waiting.until("the end is in the row", () -> made(ROWS).toString().contains(over()));
    Waiting.until("it is in presence too", () -> made(PRESENCE).toString().contains(over()));
    Set<Map<String, AttributeValue>> rows = made(ROWS);
    Set<Map<String, AttributeValue>> presence = made(PRESENCE);
    JsonNode seen = call().body();
    assertThat(seen.path("status").asText()).isEqualTo("connected");
    forget();

    try (GuardedStage.Outage outage = stage.outage(ROWS)) {
      theProviderTells();
      Waiting.until("both events were given up", () -> givenUp() == 2);
      assertThat(stage.provoked("1 records are given up after 6 tries")).hasSize(2);
      assertThat(made(ROWS)).isEmpty();

      JsonNode tooEarly = redrive();
      assertThat(tooEarly.path("messages").asInt()).isZero();
      assertThat(tooEarly.at("/replayed/outcomes/failed").asInt()).isPositive();
      assertThat(tooEarly.at("/replayed/left").asBoolean()).isTrue();
      assertThat(givenUp()).isEqualTo(2);
    }
    assertThat(call().status()).isEqualTo(404);

    assertThat(redriven()).isEqualTo(2);

    assertThat(made(ROWS)).isEqualTo(rows);
    assertThat(made(PRESENCE)).isEqualTo(presence);
    assertThat(call().body()).isEqualTo(seen);
    assertThat(givenUp()).isZero();
    assertThat(redriven()).isZero();
  }

  /** Somebody answered and hung up, on a number that no organisation has. */
  private void theProviderTells() throws IOException, InterruptedException {
    tell("IncomingCallConnected", connected.toString(), ",\"Extension\":\"" + EXTENSION + "\"");
    tell("IncomingCallCompleted", over(), "");
  }

  private String over() {
    return connected.plusSeconds(40).toString();
  }

  private void tell(String type, String at, String more) throws IOException, InterruptedException {
    String key = new ProviderSwitch(stage.facts()).credentials().path("api_key").asText();
    String event =
        """
        {"EventType":"%s","ApiKey":"%s","Timestamp":"%s",
         "Body":{"Id":"%s","From":"+12125550191","To":"+18482161220"%s}}
        """
            .formatted(type, key, at, CALL, more);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.facts().webhookAddress()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event))
            .build();
    assertThat(provider.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private Answer call() {
    return dashboard.get("platform_admin", BASE + "/calls/" + CALL);
  }

  private int givenUp() {
    Answer status = dashboard.get("platform_admin", BASE + "/status");
    assertThat(status.status()).as(status.toString()).isEqualTo(200);
    return status.body().at("/dlqs/projector/waiting").asInt(-1);
  }

  private JsonNode redrive() {
    Answer answer = dashboard.post("platform_admin", BASE + "/dlq/projector/redrive");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return answer.body();
  }

  /** Asks until nothing is left. */
  private int redriven() {
    int messages = 0;
    JsonNode answer;
    do {
      answer = redrive();
      assertThat(answer.at("/replayed/outcomes/failed").asInt()).isZero();
      messages += answer.path("messages").asInt();
    } while (answer.at("/replayed/left").asBoolean());
    return messages;
  }

  /** What this call left in a table, whatever number of writes it took. */
  private Set<Map<String, AttributeValue>> made(String table) {
    return items(table).stream()
        .map(
            item -> {
              Map<String, AttributeValue> content = new HashMap<>(item);
              content.remove(WRITES);
              return content;
            })
        .collect(Collectors.toSet());
  }

  private List<Map<String, AttributeValue>> items(String table) {
    return services.dynamoDb().scanPaginator(scan -> scan.tableName(table)).items().stream()
        .filter(
            item ->
                item.toString().contains(CALL)
                    || AttributeValue.fromS(EXTENSION).equals(item.get("extension")))
        .toList();
  }

  /** As if the call had never been told of. */
  private void forget() {
    for (String table : KEYS.keySet()) {
      for (Map<String, AttributeValue> item : items(table)) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(new HashSet<>(KEYS.get(table)));
        services.dynamoDb().deleteItem(delete -> delete.tableName(table).key(key));
      }
      assertThat(items(table)).isEmpty();
    }
  }
}
