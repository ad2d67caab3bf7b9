package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages on their way from the dashboard through the queue to MightyCall, and back in lists. */
@ExtendWith(GuardedStageExtension.class)
class MessagesOverHttpTest {

  private static final String FROM = "+13123194556";
  private static final String CLIENT = "+13475550166";

  private final GuardedStage stage;
  private final Dashboard dashboard;

  MessagesOverHttpTest(GuardedStage stage, PulledHistory history) {
    this.stage = stage;
    this.dashboard = history.dashboard();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aMessageIsSentLoggedListedInItsConversationAndCounted() {
    long before = sentSoFar();
    String text = "Your table is ready " + UUID.randomUUID();

    Answer accepted = send("agent", text);

    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    String path = BASE + "/sms-logs/" + accepted.body().at("/messages/0/id").asText();
    Waiting.until(
        "it is sent",
        () -> dashboard.get("agent", path).body().path("status").asText().equals("sent"));
    JsonNode row = dashboard.get("org_admin", path).body();
    assertThat(row.path("message").asText()).isEqualTo(text);
    assertThat(row.at("/agent/extension").asText()).isEqualTo("101");
    assertThat(row.path("orgId").asText()).isEqualTo("genx");
    assertThat(newest("agent", BASE + "/sms-logs?phone=%2B13475550166&limit=1", "/sms_logs/0"))
        .isEqualTo(row);
    assertThat(
            newest(
                "org_admin",
                BASE + "/conversations?phone=%2B13475550166",
                "/conversations/0/last_message"))
        .isEqualTo(row);
    assertThat(
            newest(
                "org_admin",
                BASE + "/conversations/%2B13123194556/%2B13475550166?limit=1",
                "/messages/0"))
        .isEqualTo(row);
    assertThat(sentSoFar()).isGreaterThan(before);
    assertThat(dashboard.get("org_manager", path).status()).isEqualTo(404);
  }

  @Test
  void whoWantsNoMessagesGetsNoneUntilAnAdministratorLiftsIt() {
    String optOut = BASE + "/sms-opt-outs/%2B13475550199";
    Answer noted =
        dashboard.send("PUT", "agent", optOut, "{\"business_number\": \"+13123194556\"}");
    assertThat(noted.status()).as(noted.toString()).isEqualTo(200);
    String body =
        "{\"from\": \"%s\", \"to\": \"+13475550199\", \"message\": \"An offer\"}".formatted(FROM);
    Answer refused = dashboard.send("POST", "agent", BASE + "/send-sms", body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.error()).isEqualTo("no_valid_recipient");
    assertThat(dashboard.get("org_admin", BASE + "/sms-opt-outs").body().path("opt_outs"))
        .anyMatch(row -> row.path("number").asText().equals("+13475550199"));

    Answer lifted = dashboard.send("DELETE", "org_admin", optOut, "{}");

    assertThat(lifted.status()).as(lifted.toString()).isEqualTo(200);
    assertThat(dashboard.send("POST", "agent", BASE + "/send-sms", body).status()).isEqualTo(202);
  }

  @Test
  void whatWasRefusedOrTakenBackSaysSo() {
    Answer foreign =
        dashboard.send(
            "POST",
            "org_manager",
            BASE + "/send-sms",
            "{\"from\": \"%s\", \"to\": \"%s\", \"message\": \"x\"}".formatted(FROM, CLIENT));
    assertThat(foreign.status()).as(foreign.toString()).isEqualTo(404);
    Answer wrong = dashboard.send("POST", "agent", BASE + "/send-sms", "{\"to\": \"twelve\"}");
    assertThat(wrong.status()).isEqualTo(400);
    String path =
        BASE
            + "/sms-logs/"
            + send("agent", "sent by now " + UUID.randomUUID())
                .body()
                .at("/messages/0/id")
                .asText();
    Waiting.until(
        "it is sent",
        () -> dashboard.get("agent", path).body().path("status").asText().equals("sent"));
    assertThat(dashboard.post("agent", path + "/cancel").status()).isEqualTo(409);
    assertThat(dashboard.post("agent", path + "/retry").status()).isEqualTo(409);
  }

  private Answer send(String role, String text) {
    return dashboard.send(
        "POST",
        role,
        BASE + "/send-sms",
        "{\"from\": \"%s\", \"to\": [\"%s\"], \"message\": \"%s\"}".formatted(FROM, CLIENT, text));
  }

  private JsonNode newest(String role, String path, String pointer) {
    Answer answer = dashboard.get(role, path);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body().at(pointer);
  }

  private long sentSoFar() {
    return newest("org_admin", BASE + "/sms-usage", "/totals/sent").asLong();
  }
}
