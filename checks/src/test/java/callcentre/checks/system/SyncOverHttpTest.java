package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.runner.cli.ProviderAccount;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sync of the running system, and what is said when MightyCall does not do its part. */
@ExtendWith(GuardedStageExtension.class)
class SyncOverHttpTest {

  private static final String SYNC = BASE + "/sync";
  private static final String NUMBERS = BASE + "/phone-numbers";
  private static final String NUMBERS_FAIL =
      "{\"kind\": \"%s\", \"match\": {\"path\": \"/v4/api/phonenumbers\"}}";
  private static final String SIGN_IN = "POST /v4/auth/token";

  private final GuardedStage stage;
  private final Dashboard dashboard;
  private final ProviderSwitch provider;

  SyncOverHttpTest(GuardedStage stage) {
    this.stage = stage;
    this.dashboard = new Dashboard(stage.facts());
    this.provider = new ProviderSwitch(stage.facts());
  }

  @BeforeEach
  void theProviderIsWellAndNoSyncRuns() {
    provider.clear();
    Waiting.until(
        "no sync runs",
        () -> statusOfDatasets().findValues("running_job_id").stream().allMatch(JsonNode::isNull));
  }

  @AfterEach
  void theProviderIsWellAgain() {
    provider.clear();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aSyncSaysWhatItFetchedAndJoined() {
    Answer answer = dashboard.post("platform_admin", SYNC);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonNode numbers = answer.body().at("/datasets/numbers");
    assertThat(numbers.path("fetched").asInt()).isEqualTo(4);
    assertThat(numbers.path("merged").asInt()).isEqualTo(1);
    assertThat(numbers.path("unchanged").asInt()).isEqualTo(3);
    assertThat(answer.body().path("phones").asInt()).isEqualTo(3);
    assertThat(answer.headers()).containsKeys("ratelimit-limit", "ratelimit-remaining");

    String job = answer.body().path("job_id").asText();
    Answer followed = dashboard.get("platform_admin", SYNC + "/jobs/" + job);
    assertThat(followed.body().path("status").asText()).isEqualTo("succeeded");
    assertThat(followed.body().path("progress").asDouble()).isEqualTo(1.0);
  }

  @Test
  void anUnknownDatasetIsRefusedWithThoseThatThereAre() {
    Answer answer = dashboard.send("POST", "platform_admin", SYNC, "{\"datasets\": [\"weather\"]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).containsExactly("datasets");
    assertThat(answer.body().toString()).contains("numbers").contains("extensions");
  }

  @Test
  void ofTwoSyncsAtOnceOneRunsAndOneIsToldSo() {
    provider.fault(
        "{\"kind\": \"slow\", \"delay_ms\": 3000, \"match\": {\"path\": \"/v4/api/*\"}}");
    CompletableFuture<Answer> first =
        CompletableFuture.supplyAsync(() -> dashboard.post("platform_admin", SYNC));
    Waiting.until(
        "the first sync runs", () -> provider.requests().contains("GET /v4/api/phonenumbers"));

    Answer second = dashboard.post("platform_admin", SYNC);
    provider.clearFaults();

    assertThat(second.status()).as(second.toString()).isEqualTo(409);
    assertThat(second.error()).isEqualTo("sync_running");
    assertThat(first.join().status()).as(first.join().toString()).isIn(200, 202);
    String running = first.join().body().path("job_id").asText();
    assertThat(second.body().path("job_id").asText()).isEqualTo(running);
    Waiting.until(
        "the first sync is done",
        () ->
            dashboard
                .get("platform_admin", SYNC + "/jobs/" + running)
                .body()
                .path("status")
                .asText()
                .equals("succeeded"));
  }

  @Test
  void wrongCredentialsAreTriedOnceQuotedAndLeaveTheRowsAlone() {
    JsonNode before = dashboard.get("platform_admin", NUMBERS).body().path("phone_numbers");
    // MightyCall's administrator makes a new API key; every token of the old one is void.
    String newKey = provider.credentials("{\"api_key\": \"generate\"}").path("api_key").asText();

    Answer refused = dashboard.post("platform_admin", SYNC);

    assertThat(refused.status()).as(refused.toString()).isEqualTo(500);
    assertThat(refused.error()).isEqualTo("mightycall_sync_failed");
    assertThat(refused.body().path("detail").asText()).contains("invalid_client");
    assertThat(provider.requests()).filteredOn(SIGN_IN::equals).hasSize(1);
    assertThat(dashboard.get("platform_admin", NUMBERS).body().path("phone_numbers"))
        .isEqualTo(before);

    dashboard.post("platform_admin", SYNC);
    assertThat(provider.requests()).filteredOn(SIGN_IN::equals).hasSize(1);

    // Stored, they serve without a restart (docs/runbook.md).
    storeApiKey(newKey);
    Waiting.until(
        "the new key serves", () -> dashboard.post("platform_admin", SYNC).status() == 200);
  }

  @Test
  void aSpentBudgetIsSaidAndStopsTheAskingUntilItIsReopened() {
    provider.fault(NUMBERS_FAIL.formatted("limit_exceeded"));
    Answer spent = dashboard.post("platform_admin", SYNC);
    assertThat(spent.status()).as(spent.toString()).isEqualTo(429);
    assertThat(spent.error()).isEqualTo("rate_budget_exhausted");
    assertThat(spent.headers()).containsKey("retry-after");
    assertThat(dashboard.get("platform_admin", BASE + "/usage").body().path("closed").asBoolean())
        .isTrue();

    provider.clear();
    Answer again = dashboard.post("platform_admin", SYNC);
    assertThat(again.status()).isEqualTo(429);
    assertThat(provider.requests()).isEmpty();

    Answer reopened =
        dashboard.send(
            "PUT",
            "platform_admin",
            BASE + "/usage",
            "{\"closed\": false, \"reason\": \"the provider raised the limit\"}");
    assertThat(reopened.body().path("closed").asBoolean()).isFalse();
    assertThat(dashboard.post("platform_admin", SYNC).status()).isEqualTo(200);
  }

  @Test
  void aProviderThatIsDownFailsTheSyncAndKeepsWhatThereIs() {
    JsonNode before = dashboard.get("platform_admin", NUMBERS).body().path("phone_numbers");
    provider.fault(
        "{\"kind\": \"status\", \"status\": 503, \"match\": {\"path\": \"/v4/api/phonenumbers\"}}");

    Answer failed = dashboard.post("platform_admin", SYNC);

    assertThat(failed.status()).as(failed.toString()).isEqualTo(500);
    assertThat(failed.error()).isEqualTo("mightycall_sync_failed");
    assertThat(dashboard.get("platform_admin", NUMBERS).body().path("phone_numbers"))
        .isEqualTo(before);
    assertThat(statusOfDatasets().at("/numbers/last_error/code").asText())
        .isEqualTo("mightycall_error");
    provider.clearFaults();
    assertThat(dashboard.post("platform_admin", SYNC).status()).isEqualTo(200);
  }

  @Test
  void aWriteThatTheProviderFailsIsABadGateway() {
    provider.fault("{\"kind\": \"status\", \"status\": 503, \"match\": {\"method\": \"DELETE\"}}");
    Answer answer = deleteNumber();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
    assertThat(answer.error()).isEqualTo("mightycall_error");
    assertThat(answer.body().path("provider_status").asInt()).isEqualTo(503);
  }

  @Test
  void aWriteThatTheProviderDoesNotAnswerIsATimeout() {
    provider.fault("{\"kind\": \"timeout\", \"match\": {\"method\": \"DELETE\"}}");
    Answer answer = deleteNumber();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(504);
    assertThat(answer.error()).isEqualTo("mightycall_timeout");
    assertThat(answer.body().path("retryable").asBoolean()).isFalse();
  }

  private JsonNode statusOfDatasets() {
    return dashboard.get("platform_admin", BASE + "/status").body().path("datasets");
  }

  private Answer deleteNumber() {
    return dashboard.send(
        "DELETE", "platform_admin", NUMBERS + "/%2B18482161220?confirm=%2B18482161220", "{}");
  }

  private void storeApiKey(String apiKey) {
    ProviderAccount account = stage.facts().account();
    String secret =
        new ProviderAccount(apiKey, account.userKey(), account.host(), account.simulatorAddress())
            .secretJson();
    try (var services = stage.services()) {
      services
          .secretsManager()
          .putSecretValue(
              request ->
                  request
                      .secretId(stage.facts().stage() + "/mightycall/credentials")
                      .secretString(secret));
    }
  }
}
