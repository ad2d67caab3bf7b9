package callcentre.functions.syncrequests;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.faults.Fault;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes without a worker behind them: what happens to the job meanwhile, a test decides. */
@ExtendWith(CloudExtension.class)
class SyncRoutesTest {

  private static final String SYNC = "/api/admin/mightycall/sync";
  private static final String JOBS = SYNC + "/jobs";

  private final Cloud cloud;
  private final ApiHarness api;
  private final Queue queue;
  private final List<Duration> pauses = new ArrayList<>();
  private Consumer<Duration> meanwhile = pause -> {};
  private Instant now = Instant.parse("2026-11-21T09:10:00Z");

  SyncRoutesTest(Cloud cloud) {
    this.cloud = cloud;
    this.queue = cloud.createQueue(cloud.newStage() + "-sync", Duration.ofSeconds(30));
    this.api =
        ApiHarness.in(cloud)
            .tables("sync_jobs", "sync_state", "provider_usage", "idempotency")
            .signing()
            .with(Variable.SYNC_QUEUE_URL, queue.url())
            .clock(() -> now)
            .bean(JobWatch.Pause.class, this::pause)
            .start();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aJobThatGoesOnAfterTwentySecondsIsAnsweredWith202AndWhatIsDoneSoFar() {
    Answer answer = post("");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("success").asBoolean()).isTrue();
    assertThat(answer.json().path("phones").asInt()).isZero();
    assertThat(answer.json().at("/datasets/numbers/status").asText()).isEqualTo("queued");
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(18), Duration.ofSeconds(20));
    assertThat(api.requests().count("dynamodb.GetItem")).isLessThan(25);
    String id = answer.json().path("job_id").asText();
    assertThat(job(id).datasets()).containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
  }

  @Test
  void ofTwoSyncsAtOnceOneRunsAndOneIs409WithTheRunningJob() {
    String running = post("").json().path("job_id").asText();

    Answer second = post("{\"datasets\":[\"extensions\"]}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.error()).isEqualTo("sync_running");
    assertThat(second.json().path("job_id").asText()).isEqualTo(running);
    assertThat(second.header("Retry-After")).contains("5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"datasets\":[\"numbers\",\"faxes\"]}",
        "{\"datasets\":[]}",
        "{\"datasets\":[\"Numbers\"]}"
      })
  void anUnknownDatasetIs400AndListsTheSupported(String body) {
    Answer answer = post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("datasets");
    assertThat(answer.json().path("detail").asText()).contains("supported are numbers, extensions");
    assertThat(api.bean(SyncStateRepository.class).all().values())
        .extracting(SyncState::claim)
        .containsOnly(Optional.empty());
  }

  @Test
  void whatIsDoneMeanwhileIsAnsweredAtOnce() {
    meanwhile = pause -> succeed(new DatasetCounts(4, 3, 0, 0, 1, 0, 0, 2));

    Answer answer = post("{\"datasets\":[\"numbers\"]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("phones").asInt()).isEqualTo(3);
    assertThat(answer.json().path("extensions").asInt()).isZero();
    assertThat(answer.json().at("/datasets/numbers/merged").asInt()).isEqualTo(1);
    assertThat(answer.header("RateLimit-Limit")).contains("2500");
    assertThat(pauses).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "STORAGE_UNAVAILABLE, 503, temporarily_unavailable",
    "MISSING_CONFIGURATION, 503, temporarily_unavailable",
    "RATE_BUDGET_EXHAUSTED, 429, rate_budget_exhausted",
    "INTERNAL_ERROR, 500, internal_error",
    "OUT_OF_TIME, 500, mightycall_sync_failed"
  })
  void whoseDoingTheFailureIsDecidesTheAnswer(SyncErrorCode code, int status, String error) {
    meanwhile =
        pause ->
            end(
                dataset ->
                    DatasetRun.stopped(
                        dataset, DatasetCounts.NONE, code.error("It broke.", true), List.of()));

    Answer answer = post("{\"datasets\":[\"numbers\"]}");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.json().path("detail").asText()).isEqualTo(code.wireName() + ": It broke.");
    assertThat(answer.json().at("/datasets/numbers/error/code").asText())
        .isEqualTo(code.wireName());
  }

  @Test
  void aQueueThatRefusesIs503AndLeavesNothingRunning() {
    api.faults().next("sqs.SendMessage", new Fault.AccessDenied());

    Answer answer = post("");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.error()).isEqualTo("temporarily_unavailable");
    assertThat(job(answer.json().path("job_id").asText()).status().isFinal()).isTrue();
    assertThat(post("").status()).isEqualTo(202);
  }

  @Test
  void theSameIdempotencyKeyGetsTheFirstAnswerAndStartsNothing() {
    meanwhile = pause -> succeed(new DatasetCounts(4, 3, 0, 0, 1, 0, 0, 2));
    Answer first = post("{\"datasets\":[\"numbers\"]}", "key-1");

    Answer again = post("{\"datasets\":[\"numbers\"]}", "key-1");
    Answer other = post("{\"datasets\":[\"extensions\"]}", "key-1");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(other.status()).isEqualTo(422);
    assertThat(api.bean(SyncJobRepository.class).page(10, Optional.empty()).items()).hasSize(1);
  }

  @Test
  void jobsAreListedNewestFirstInPages() {
    List<String> ids = new ArrayList<>();
    for (int made = 0; made < 3; made++) {
      ids.addFirst(post("").json().path("job_id").asText());
      now = now.plus(Duration.ofMinutes(16));
    }

    Answer first = get(JOBS + "?limit=2");
    String cursor = first.json().path("next_cursor").asText();
    Answer second = get(JOBS + "?limit=2&cursor=" + cursor);

    assertThat(first.json().path("jobs").findValuesAsText("id"))
        .containsExactlyElementsOf(ids.subList(0, 2));
    assertThat(first.json().path("total").isNull()).isTrue();
    assertThat(second.json().path("jobs").findValuesAsText("id")).containsExactly(ids.getLast());
    assertThat(second.json().path("next_cursor").isNull()).isTrue();
    assertThat(get(JOBS + "?skip=2").json().path("jobs").findValuesAsText("id"))
        .containsExactly(ids.getLast());
  }

  @Test
  void aJobShowsStatusProgressDatasetsAndError() {
    String id = post("").json().path("job_id").asText();
    now = now.plus(Duration.ofMinutes(16));
    post("{\"datasets\":[\"numbers\"]}");

    Answer answer = get(JOBS + "/" + id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("status").asText()).isEqualTo("failed");
    assertThat(answer.json().path("progress").asDouble()).isEqualTo(1.0);
    assertThat(answer.json().path("requested_by").asText()).isEqualTo("platform_admin");
    assertThat(answer.json().at("/error/code").asText()).isEqualTo("worker_vanished");
    assertThat(answer.json().at("/datasets/extensions/error/retryable").asBoolean()).isTrue();
    assertThat(answer.json().path("started_at").isNull()).isTrue();
  }

  @Test
  void anUnknownJobIs404() {
    Answer answer = get(JOBS + "/20200101T000000000-00000000");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
  }

  @Test
  void anEmptyListOfJobsSaysWhy() {
    assertThat(get(JOBS).json().path("empty_reason").asText()).isEqualTo("no_synced_data");
  }

  @Test
  void onlyAPlatformAdministratorMaySync() {
    assertThat(api.post(SYNC).as(Callers.orgAdmin("harbor")).send().status()).isEqualTo(403);
    assertThat(api.get(JOBS).as(Callers.manager("harbor")).send().status()).isEqualTo(403);
    assertThat(api.post(SYNC).send().status()).isEqualTo(401);
  }

  @Test
  void theRequestsOfEachRouteAreKnown() {
    meanwhile = pause -> succeed(new DatasetCounts(4, 3, 0, 0, 1, 0, 0, 2));
    String id = post("{\"datasets\":[\"numbers\"]}").json().path("job_id").asText();
    get(JOBS);
    now = now.plus(Duration.ofMinutes(20));

    api.requests().reset();
    get(JOBS + "/" + id);
    assertThat(api.requests().counts()).containsOnlyKeys("dynamodb.GetItem");
    assertThat(api.requests().total()).isEqualTo(1);

    api.requests().reset();
    get(JOBS + "?limit=1");
    assertThat(api.requests().counts()).containsOnlyKeys("dynamodb.Query");
    assertThat(api.requests().total()).isEqualTo(1);
  }

  @Test
  void primingAnswersEveryGet() {
    assertThat(api.prime().statuses()).containsOnlyKeys(JOBS, JOBS + "/{id}");
    assertThat(api.prime().statuses().values()).doesNotContain(500);
  }

  private void pause(Duration length) {
    pauses.add(length);
    meanwhile.accept(length);
  }

  private void succeed(DatasetCounts counts) {
    end(dataset -> DatasetRun.succeeded(dataset, counts, List.of()));
  }

  /** Ends the newest job as a worker would. */
  private void end(Function<Dataset, DatasetRun> result) {
    SyncJob job = api.bean(SyncJobRepository.class).page(1, Optional.empty()).items().getFirst();
    for (Dataset dataset : job.datasets()) {
      api.bean(SyncStateRepository.class)
          .takeOver(dataset, job.id(), "worker", now.plusSeconds(60), now);
      api.bean(SyncClaims.class)
          .end(job.id(), "worker", result.apply(dataset), now, Optional.empty(), now);
    }
  }

  private SyncJob job(String id) {
    return api.bean(SyncJobRepository.class).find(id).orElseThrow();
  }

  private Answer post(String body) {
    return body.isEmpty()
        ? api.post(SYNC).as(Callers.admin()).send()
        : api.post(SYNC).as(Callers.admin()).body(body).send();
  }

  private Answer post(String body, String key) {
    return api.post(SYNC).as(Callers.admin()).header("Idempotency-Key", key).body(body).send();
  }

  private Answer get(String path) {
    return api.get(path).as(Callers.admin()).send();
  }
}
