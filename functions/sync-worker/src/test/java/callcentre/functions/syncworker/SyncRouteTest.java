package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.AwsClients;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.faults.RequestCounter;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code POST …/sync} with the real worker behind the real queue, in a thread of its own. */
class SyncRouteTest extends WorkbenchTest {

  private static final String SYNC = "/api/admin/mightycall/sync";

  private final RequestCounter counter = new RequestCounter();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Cloud cloud;
  private ApiHarness api;
  private Thread worker;

  SyncRouteTest(Cloud cloud) {
    super(cloud);
    this.cloud = cloud;
  }

  @AfterEach
  void stop() throws InterruptedException {
    stopped.set(true);
    worker.join();
    api.close();
  }

  @Test
  void aSyncWithoutABodyPullsNumbersAndExtensionsAndAnswersTheContractsFields() {
    start();

    Answer answer = post("");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "success",
            "phones",
            "extensions",
            "calls",
            "voicemails",
            "messages",
            "contacts",
            "reports",
            "job_id",
            "datasets");
    assertThat(json.path("success").asBoolean()).isTrue();
    assertThat(json.path("phones").asInt()).isEqualTo(3);
    assertThat(json.path("extensions").asInt()).isEqualTo(6);
    assertThat(json.path("calls").asInt()).isZero();
    assertThat(json.at("/datasets/numbers/fetched").asInt()).isEqualTo(4);
    assertThat(json.at("/datasets/numbers/merged").asInt()).isEqualTo(1);
    assertThat(json.at("/datasets/extensions/inserted").asInt()).isEqualTo(6);
    assertThat(answer.header("RateLimit-Remaining"))
        .contains(Integer.toString(2500 - (int) bench.simulator.requests().total()));
  }

  @Test
  void aDatasetThatWasNotAskedForCountsZero() {
    start();

    Answer answer = post("{\"datasets\":[\"numbers\"]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("extensions").asInt()).isZero();
    assertThat(answer.json().at("/datasets/extensions").isMissingNode()).isTrue();
  }

  @Test
  void wrongCredentialsAre500ThatQuotesInvalidClientAfterOneTokenRequest() {
    bench.credentials(bench.simulator.apiKey(), "wrong");
    start();

    Answer answer = post("");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).isEqualTo("mightycall_sync_failed");
    assertThat(answer.json().path("detail").asText()).startsWith("invalid_client: ");
    assertThat(answer.json().path("retryable").asBoolean()).isFalse();
    assertThat(bench.asked("POST", "/v4/auth/token")).isEqualTo(1);
    assertThat(answer.body()).doesNotContain(bench.simulator.apiKey(), "\"wrong\"");
  }

  @Test
  void whatSucceededBesideAFailureIsKeptAndNamed() {
    bench.simulator.add(Fault.status(500, FaultMatch.at("GET", "/v4/api/team")));
    start();

    Answer answer = post("");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).isEqualTo("mightycall_sync_failed");
    assertThat(answer.json().path("detail").asText())
        .startsWith("mightycall_error: ")
        .contains("Succeeded and kept: numbers (3 rows)");
    assertThat(answer.json().at("/datasets/numbers/status").asText()).isEqualTo("succeeded");
    assertThat(answer.json().path("job_id").asText()).isNotEmpty();
    assertThat(bench.numbers.all()).hasSize(3);
  }

  @Test
  void aSpentBudgetIs429WithRetryAfter() {
    bench.with(Variable.PROVIDER_DAILY_LIMIT, "2");
    start();
    assertThat(post("{\"datasets\":[\"numbers\"]}").status()).isEqualTo(200);

    Answer answer = post("{\"datasets\":[\"numbers\"]}");

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.error()).isEqualTo("rate_budget_exhausted");
    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isPositive();
    assertThat(bench.simulator.requests().total()).isEqualTo(2);
  }

  @Test
  void aMissingSecretIs503ThatNamesIt() {
    bench.with(Variable.CREDENTIALS_SECRET_ID, "");
    start();

    Answer answer = post("{\"datasets\":[\"numbers\"]}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).isEqualTo("temporarily_unavailable");
    assertThat(answer.json().path("detail").asText()).contains("CREDENTIALS_SECRET_ID");
  }

  @Test
  void theRequestsOfASyncAreKnownButForItsLooksAtTheJob() {
    start();
    post("{\"datasets\":[\"numbers\"]}");
    counter.reset();

    assertThat(post("{\"datasets\":[\"numbers\"]}").status()).isEqualTo(200);

    assertThat(counter.count("dynamodb.BatchGetItem")).isEqualTo(1);
    assertThat(counter.count("dynamodb.TransactWriteItems")).isEqualTo(1);
    assertThat(counter.count("sqs.SendMessage")).isEqualTo(1);
    // The budget once, the job at each look.
    assertThat(counter.count("dynamodb.GetItem")).isBetween(2, 21);
    assertThat(counter.total()).isEqualTo(3 + counter.count("dynamodb.GetItem"));
  }

  private void start() {
    api =
        ApiHarness.alone()
            .bean(AwsClients.class, cloud.clients(counter))
            .with(Variable.STAGE, bench.environment().require(Variable.STAGE))
            .with(Variable.SYNC_QUEUE_URL, bench.environment().require(Variable.SYNC_QUEUE_URL))
            .with(
                Variable.PROVIDER_DAILY_LIMIT,
                bench.environment().find(Variable.PROVIDER_DAILY_LIMIT).orElse("2500"))
            .bean(InstantSource.class, bench.simulator.clock())
            .start();
    SyncWorkerHandler handler = bench.worker();
    worker =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!stopped.get()) {
                    Workbench.deliver(handler, bench.takeMessages());
                  }
                });
  }

  private Answer post(String body) {
    return body.isEmpty()
        ? api.post(SYNC).as(Callers.admin()).send()
        : api.post(SYNC).as(Callers.admin()).body(body).send();
  }
}
