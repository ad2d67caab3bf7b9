package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with calls and voicemails, on its way from the dashboard to MightyCall. */
@ExtendWith(GuardedStageExtension.class)
class HistoryWritesOverHttpTest {

  private final GuardedStage stage;
  private final PulledHistory history;
  private final Dashboard dashboard;
  private final ProviderSwitch provider;

  HistoryWritesOverHttpTest(GuardedStage stage, PulledHistory history) {
    this.stage = stage;
    this.history = history;
    this.dashboard = history.dashboard();
    this.provider = new ProviderSwitch(stage.facts());
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aRecordingIsPlayedByItsTicketInParts() {
    JsonNode call = newest("calls", "org_admin", "&callFilter=Connected");
    assertThat(call.path("has_recording").asBoolean()).isTrue();
    playsByTicket(BASE + "/calls/" + call.path("id").asText() + "/recording/ticket");
  }

  @Test
  void aVoicemailIsPlayedByItsTicketInParts() {
    JsonNode voicemail = newest("voicemails", "org_admin", "");
    playsByTicket(BASE + "/voicemails/" + voicemail.path("id").asText() + "/audio/ticket");
  }

  /** The journal is read again after it: a comment that MightyCall had not taken would be gone. */
  @Test
  void aCommentIsMightyCallsFromThenOnAndSoIsItsRemoval() {
    String path =
        BASE
            + "/calls/"
            + newest("calls", "org_manager", "&callFilter=Connected").path("id").asText();
    Answer commented =
        dashboard.send("PUT", "org_manager", path + "/comment", "{\"comment\": \"Wants a quote\"}");
    assertThat(commented.status()).as(commented.toString()).isEqualTo(200);
    assertThat(commented.body().path("comment").asText()).isEqualTo("Wants a quote");
    assertThat(provider.requests()).anyMatch(each -> each.matches("POST .*/comment"));
    pullTheDayAgain();
    assertThat(dashboard.get("platform_admin", path).body().path("comment").asText())
        .isEqualTo("Wants a quote");

    Answer removed = dashboard.send("DELETE", "org_manager", path + "/comment", "{}");
    assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
    assertThat(removed.body().path("comment").isNull()).isTrue();
    pullTheDayAgain();
    assertThat(dashboard.get("platform_admin", path).body().path("comment").isNull()).isTrue();
  }

  @Test
  void aVoicemailThatIsMarkedAsReadIsSoAtMightyCall() {
    JsonNode voicemail = newest("voicemails", "org_manager", "&status=unread");
    String path = BASE + "/voicemails/" + voicemail.path("id").asText();
    for (String status : new String[] {"read", "unread"}) {
      Answer changed =
          dashboard.send("PATCH", "org_manager", path, "{\"status\": \"%s\"}".formatted(status));
      assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
      assertThat(changed.body().path("status").asText()).isEqualTo(status);
      pullTheDayAgain();
      assertThat(dashboard.get("org_manager", path).body().path("status").asText())
          .isEqualTo(status);
    }
  }

  @Test
  void aKeyOfOnesOwnMakesCallsAndIsNeverReadBack() throws IOException {
    String call = "{\"from\": \"+13123194556\", \"to\": \"+12025550147\"}";
    Answer without = dashboard.send("POST", "agent", BASE + "/calls", call);
    assertThat(without.status()).as(without.toString()).isEqualTo(409);
    assertThat(without.error()).isEqualTo("user_key_missing");

    String user = "/api/admin/users/" + stage.facts().subjects().get("agent");
    String key = keyOf("101");
    Answer stored =
        dashboard.send(
            "PUT", "platform_admin", user + "/mightycall-key", "{\"key\": \"%s\"}".formatted(key));
    assertThat(stored.status()).as(stored.toString()).isEqualTo(204);

    Answer begun = dashboard.send("POST", "agent", BASE + "/calls", call);
    assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    assertThat(begun.body().path("to").asText()).isEqualTo("+12025550147");
    String path = BASE + "/calls/" + begun.body().path("id").asText();
    assertThat(dashboard.get("agent", path).status()).isEqualTo(200);

    assertThat(dashboard.get("platform_admin", user + "/mightycall-key").status()).isEqualTo(405);
    assertThat(dashboard.get("platform_admin", user).toString()).doesNotContain(key);
    for (String function : new String[] {"users", "user-status", "calls"}) {
      assertThat(Files.readString(stage.facts().logs().get(function))).doesNotContain(key);
    }
    Answer deleted = dashboard.send("DELETE", "platform_admin", user + "/mightycall-key", "{}");
    assertThat(deleted.status()).as(deleted.toString()).isEqualTo(204);
  }

  private void playsByTicket(String route) {
    Answer ticket = dashboard.post("org_admin", route);
    assertThat(ticket.status()).as(ticket.toString()).isEqualTo(200);
    String url = ticket.body().path("url").asText();

    Audio beginning = Audio.play(url, "bytes=0-99");
    Audio whole = Audio.play(url, "bytes=0-");
    assertThat(beginning.status()).as(beginning.toString()).isEqualTo(206);
    assertThat(beginning.bytes()).hasSize(100);
    assertThat(whole.bytes()).startsWith(beginning.bytes());
    assertThat(beginning.total()).isEqualTo(whole.total()).isGreaterThanOrEqualTo(100);
    assertThat(Audio.play(url, "bytes=50-99").bytes())
        .isEqualTo(Arrays.copyOfRange(beginning.bytes(), 50, 100));
    assertThat(Audio.play(url.substring(0, url.length() - 2) + "xx", "bytes=0-").status())
        .isEqualTo(404);
  }

  private JsonNode newest(String list, String role, String query) {
    return history.toTheEnd(role, list, history.day(), query).getFirst();
  }

  /** A pull reads only what is new; a back-fill reads what it is told to. */
  private void pullTheDayAgain() {
    history.backfill(history.day());
  }

  private String keyOf(String extension) {
    for (JsonNode user : provider.credentials().path("users")) {
      if (user.path("extension").asText().equals(extension)) {
        return user.path("user_key").asText();
      }
    }
    throw new AssertionError("nobody has extension " + extension);
  }
}
