package callcentre.functions.operations;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.TestClock;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.faults.Fault;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.ownership.Interval;
import callcentre.storage.database.Database;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.leases.Lease;
import callcentre.storage.leases.LeaseAttempt;
import callcentre.storage.leases.LeaseRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
class OperationsTest {
  private static final String ACCOUNT = "/api/admin/mightycall";

  private final TestClock clock = new TestClock();
  private Cloud cloud;
  private ApiHarness api;
  private Queue jobs;
  private Queue dead;

  @BeforeEach
  void start(Cloud given) {
    cloud = given;
    dead = cloud.createQueue(cloud.newStage() + "-sync-dlq", Duration.ofSeconds(30));
    jobs = cloud.createQueue(cloud.newStage() + "-sync", Duration.ofSeconds(30), dead, 1);
    api =
        ApiHarness.in(cloud)
            .tables("sync_state", "provider_usage", "leases", "call_events")
            .signing()
            .secret(Variable.CREDENTIALS_SECRET_ID, "mightycall/credentials", "{}")
            .with(Variable.TOKEN_SECRET_ID, "token")
            .with(Variable.JWT_ISSUER, "issuer")
            .with(Variable.JWT_AUDIENCE, "audience")
            .with(Variable.JWT_JWKS_URL, "https://issuer.invalid/jwks")
            .with(Variable.SYNC_QUEUE_URL, jobs.url())
            .with(Variable.SYNC_DLQ_URL, dead.url())
            .with(Variable.SMS_QUEUE_URL, jobs.url())
            .with(Variable.SMS_DLQ_URL, dead.url())
            .with(Variable.WEBHOOK_QUEUE_URL, jobs.url())
            .with(Variable.WEBHOOK_DLQ_URL, dead.url())
            .with(Variable.PROJECTOR_DLQ_URL, dead.url())
            .with(Variable.APP_VERSION, "1.2.3")
            .bean(InstantSource.class, clock)
            .start();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void theBudgetIsShownWithoutAWrite() {
    usage().take(RequestClass.SYNC, 3, 2000, clock.instant());
    api.requests().reset();
    Answer answer = api.get(ACCOUNT + "/usage").as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("limit").asInt()).isEqualTo(2500);
    assertThat(answer.json().get("used").asInt()).isEqualTo(3);
    assertThat(answer.json().get("remaining").asInt()).isEqualTo(2497);
    assertThat(answer.json().get("estimated").asBoolean()).isTrue();
    assertThat(answer.json().get("closed").asBoolean()).isFalse();
    assertThat(answer.json().get("closure").isNull()).isTrue();
    assertThat(answer.json().at("/by_class/sync").toString())
        .isEqualTo("{\"used\":3,\"ceiling\":2000}");
    assertThat(answer.json().get("last_7_days")).hasSize(7);
    assertThat(answer.json().at("/last_7_days/0").toString())
        .isEqualTo("{\"date\":\"2026-11-21\",\"used\":3}");
    assertThat(answer.json().get("reopenings")).isEmpty();
    assertThat(api.requests().counts()).isEqualTo(Map.of("dynamodb.GetItem", 1));
  }

  @Test
  void aClosedBudgetIsReopenedAndWhoDidItIsKept() {
    usage().take(RequestClass.SYNC, 1, 2000, clock.instant());
    usage().close("limit reached", clock.instant());
    assertThat(api.get(ACCOUNT + "/usage").as(Callers.admin()).send().json().at("/closure/reason"))
        .hasToString("\"limit reached\"");
    Answer answer = reopen("{\"closed\":false,\"reason\":\"limit raised\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("closed").asBoolean()).isFalse();
    assertThat(answer.json().at("/reopenings/0").toString())
        .isEqualTo(
            "{\"at\":\"2026-11-21T10:00:00Z\",\"user_id\":\"platform_admin\","
                + "\"reason\":\"limit raised\"}");
    assertThat(reopen("{\"closed\":false,\"reason\":\"again\"}").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|closed,reason",
        "{\"closed\":true,\"reason\":\"x\"}|closed",
        "{\"closed\":false}|reason",
        "{\"closed\":false,\"reason\":\" \"}|reason",
        "{\"closed\":false,\"reason\":\"x\",\"limit\":1}|limit"
      })
  void whatCannotBeAskedForIs400(String body, String fields) {
    Answer answer = reopen(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(fields);
  }

  @Test
  void onlyAnAdministratorOfThePlatformOperates() {
    for (Principal caller :
        List.of(
            Callers.orgAdmin("north"),
            Callers.manager("north"),
            Callers.agent("north"),
            Callers.nobody())) {
      assertThat(api.get(ACCOUNT + "/usage").as(caller).send().status()).isEqualTo(403);
      assertThat(api.get(ACCOUNT + "/status").as(caller).send().status()).isEqualTo(403);
      assertThat(api.post(ACCOUNT + "/dlq/sync/redrive").as(caller).send().status()).isEqualTo(403);
    }
  }

  @Test
  void theStatusSaysWhatIsKnownAndNullForWhatIsNot() {
    publishToken();
    cloud.sqs().sendMessage(request -> request.queueUrl(jobs.url()).messageBody("a job"));
    api.requests().reset();
    Answer answer = api.get(ACCOUNT + "/status").as(Callers.admin()).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/datasets/numbers").toString())
        .isEqualTo(
            "{\"as_of\":null,\"lag_seconds\":null,\"last_error\":null,\"running_job_id\":null,"
                + "\"days\":[]}");
    assertThat(answer.json().at("/queues/sync").toString())
        .isEqualTo("{\"waiting\":1,\"in_flight\":0,\"delayed\":0}");
    assertThat(answer.json().at("/dlqs/sync").toString()).isEqualTo("{\"waiting\":0}");
    assertThat(answer.json().get("quarantined").asInt(-1)).isZero();
    for (String unknown : List.of("last_webhook_at", "webhook_tried_at")) {
      assertThat(answer.json().get(unknown).isNull()).isTrue();
    }
    assertThat(answer.json().get("token").toString())
        .isEqualTo(
            "{\"obtained_at\":\"2026-11-21T10:00:00Z\",\"expires_at\":\"2026-11-22T10:00:00Z\"}");
    assertThat(answer.json().at("/budget/closed").asBoolean(true)).isFalse();
    assertThat(new TreeMap<>(api.requests().counts()))
        .hasToString(
            "{dynamodb.BatchGetItem=1, dynamodb.GetItem=3, dynamodb.Query=2,"
                + " sqs.GetQueueAttributes=7}");
  }

  @Test
  void theStatusSaysWhenTheWebhookWasTriedAndWhenAnEventCame() {
    var webhook = new WebhookStateRepository(api.bean(Database.class));
    webhook.tried(clock.instant().minusSeconds(90));
    webhook.heard(clock.instant().minusSeconds(5));
    Answer answer = api.get(ACCOUNT + "/status").as(Callers.admin()).send();
    assertThat(answer.json().get("parked").asInt(-1)).isZero();
    assertThat(answer.json().get("webhook_tried_at").asText()).isEqualTo("2026-11-21T09:58:30Z");
    assertThat(answer.json().get("last_webhook_at").asText()).isEqualTo("2026-11-21T09:59:55Z");
  }

  @Test
  void healthIsOkAndAsksNobodyAgainForAMinute() {
    api.requests().reset();
    Answer answer = api.get("/api/health").send();
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"missing\":[]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(api.get("/api/health").send().status()).isEqualTo(200);
    assertThat(api.requests().counts()).isEqualTo(Map.of("secretsmanager.DescribeSecret", 2));
    clock.pass(Health.AGE);
    api.get("/api/health").send();
    assertThat(api.requests().count("secretsmanager.DescribeSecret")).isEqualTo(4);
  }

  @Test
  void healthNamesEveryMissingVariableAndEverySecretWithoutAValue() {
    String empty = cloud.newStage() + "/mightycall/credentials";
    String arn = cloud.createSecret(empty);
    try (ApiHarness bare =
        ApiHarness.in(cloud)
            .tables("sync_state")
            .with(Variable.CREDENTIALS_SECRET_ID, arn)
            .with(Variable.JWT_HS256_SECRET_ID, "nowhere")
            .start()) {
      Answer answer = bare.get("/api/health").send();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().get("status").asText()).isEqualTo("degraded");
      assertThat(answer.json().get("missing"))
          .extracting(name -> name.asText())
          .containsExactly(
              "TOKEN_SECRET_ID",
              "SIGNING_SECRET_ID",
              "JWT_ISSUER",
              "JWT_AUDIENCE",
              "SYNC_QUEUE_URL",
              "SYNC_DLQ_URL",
              "SMS_QUEUE_URL",
              "SMS_DLQ_URL",
              "WEBHOOK_QUEUE_URL",
              "WEBHOOK_DLQ_URL",
              "PROJECTOR_DLQ_URL",
              empty,
              "nowhere");
      Answer status = bare.get(ACCOUNT + "/status").as(Callers.admin()).send();
      assertThat(status.status()).isEqualTo(503);
      assertThat(status.json().at("/missing/0").asText()).isEqualTo("SYNC_QUEUE_URL");
    }
  }

  @Test
  void configAndDocumentCostNothing() {
    api.requests().reset();
    Answer config = api.get("/api/config").send();
    assertThat(config.json().get("ws_url").isNull()).isTrue();
    assertThat(config.json().get("version").asText()).isEqualTo("1.2.3");
    Answer document = api.get("/api/openapi.json").send();
    assertThat(document.json().get("openapi").asText()).startsWith("3.1");
    assertThat(document.header("Cache-Control")).contains("public, max-age=300");
    assertThat(document.header("ETag"))
        .isEqualTo(api.get("/api/openapi.json").send().header("ETag"))
        .isPresent();
    assertThat(api.requests().counts()).isEmpty();
  }

  @Test
  void primingAnswersNo500() {
    assertThat(api.prime().statuses().values()).allMatch(status -> status != 500);
  }

  @Test
  void anOutageIs503WithARetryAfter() {
    api.faults()
        .atRandom(
            1,
            1.0,
            Set.of(
                "dynamodb.GetItem",
                "dynamodb.BatchGetItem",
                "sqs.GetQueueAttributes",
                "secretsmanager.DescribeSecret"),
            List.of(new Fault.Unreachable()));
    for (Answer answer :
        List.of(
            api.get(ACCOUNT + "/usage").as(Callers.admin()).send(),
            api.get(ACCOUNT + "/status").as(Callers.admin()).send(),
            redrive("sync"),
            api.get("/api/health").send())) {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(answer.header("Retry-After")).isPresent();
    }
  }

  private void publishToken() {
    LeaseRepository leases = api.bean(LeaseRepository.class);
    LeaseAttempt attempt =
        leases.acquire("mightycall-token#account", "me", Duration.ofSeconds(30), clock.instant());
    Lease held = ((LeaseAttempt.Acquired) attempt).lease();
    Interval good =
        new Interval(clock.instant(), Optional.of(clock.instant().plus(Duration.ofDays(1))));
    assertThat(leases.publish(held, "version", good)).isTrue();
  }

  private ProviderUsageRepository usage() {
    return api.bean(ProviderUsageRepository.class);
  }

  private Answer reopen(String body) {
    return api.put(ACCOUNT + "/usage").as(Callers.admin()).body(body).send();
  }

  private Answer redrive(String queue) {
    return api.post(ACCOUNT + "/dlq/" + queue + "/redrive").as(Callers.admin()).send();
  }
}
