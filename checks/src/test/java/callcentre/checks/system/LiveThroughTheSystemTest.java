package callcentre.checks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a call at the provider to the screens that see it, through every function between. */
@ExtendWith(GuardedStageExtension.class)
class LiveThroughTheSystemTest {

  /** On a number of GenX, over within a second. */
  private static final String CALL_OF_GENX =
      "{\"calls\": [{\"number\": \"+13123194556\", \"client\": \"+12125550177\","
          + " \"answered_by\": \"101\", \"ring_ms\": 300, \"duration_ms\": 300}]}";

  private final GuardedStage stage;
  private final ProviderSwitch provider;
  private final Dashboard dashboard;

  LiveThroughTheSystemTest(GuardedStage stage) {
    this.stage = stage;
    this.provider = new ProviderSwitch(stage.facts());
    this.dashboard = new Dashboard(stage.facts());
  }

  @BeforeEach
  void theProviderIsGivenTheAddress() throws InterruptedException {
    provider.registerWebhooks();
  }

  @AfterEach
  void theProviderForgetsTheAddress() {
    provider.forgetWebhooks();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aCallIsSeenByWhoMayHearOfItAndByNobodyElse() {
    try (LiveClient admin = LiveClient.of(dashboard, "platform_admin");
        LiveClient owner = LiveClient.of(dashboard, "org_admin");
        LiveClient stranger = LiveClient.of(dashboard, "org_manager");
        LiveClient agent = LiveClient.of(dashboard, "agent")) {
      subscribe(admin, "all");
      subscribe(owner, "org:genx");
      subscribe(stranger, "org:victorysync");
      subscribe(agent, "agent:101");
      stranger.say("{\"type\":\"subscribe\",\"topics\":[\"org:genx\"]}");
      stranger.await(
          "a foreign topic is refused", told -> told.path("error").asText().equals("not_found"));

      Waiting.until("it is known whose the number is", () -> hears(owner, over(admin)));
      String call = over(admin);
      owner.await("its owner sees its end", told -> isEndOf(call, told));
      agent.await("who answered sees its end", told -> isEndOf(call, told));
      stranger.say("{\"type\":\"ping\"}");
      stranger.await("the stranger is answered", told -> isOfType("pong", told));

      assertThat(deltasOf(call, admin)).isSortedAccordingTo(Long::compare);
      assertThat(stranger.told()).noneMatch(told -> told.toString().contains(call));
      List<String> secrets =
          List.of(
              provider.credentials().path("api_key").asText(),
              stage.facts().tokens().get("platform_admin"),
              admin.ticket());
      assertThat(admin.told())
          .allSatisfy(told -> assertThat(told.toString()).doesNotContain(secrets));
    }
  }

  /** A call of which the administrator was told to its end. */
  private String over(LiveClient admin) {
    String call = provider.calls(CALL_OF_GENX).at("/calls/0/id").asText();
    admin.await("the administrator sees its end", told -> isEndOf(call, told));
    return call;
  }

  /** Whether the client was told of a call; a change of owner may take a minute. */
  private static boolean hears(LiveClient client, String call) {
    return client.told().stream().anyMatch(told -> isOf(call, told));
  }

  private static void subscribe(LiveClient client, String topic) {
    client.say("{\"type\":\"subscribe\",\"topics\":[\"" + topic + "\"]}");
    client.await(
        "the snapshot of " + topic + " is there",
        told -> isOfType("snapshot", told) && told.path("last").asBoolean());
  }

  private static boolean isOfType(String type, JsonNode told) {
    return told.path("type").asText().equals(type);
  }

  private static boolean isOf(String call, JsonNode told) {
    return isOfType("call", told) && told.at("/data/id").asText().equals(call);
  }

  private static boolean isEndOf(String call, JsonNode told) {
    return isOf(call, told) && told.at("/data/status").asText().equals("connected");
  }

  /** The numbers of the deltas, as they came. */
  private static List<Long> deltasOf(String call, LiveClient client) {
    return client.told().stream()
        .filter(told -> isOf(call, told))
        .map(told -> told.path("version").asLong())
        .toList();
  }
}
