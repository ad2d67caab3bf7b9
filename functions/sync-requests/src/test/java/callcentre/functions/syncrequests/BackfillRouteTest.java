package callcentre.functions.syncrequests;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncState;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The route without a worker behind it. */
@ExtendWith(CloudExtension.class)
class BackfillRouteTest {

  private static final String SYNC = "/api/admin/mightycall/sync";
  private static final String BACKFILL = SYNC + "/backfill";
  private static final String OCTOBER =
      "{\"from\":\"2026-10-01T00:00:00Z\",\"to\":\"2026-11-01T00:00:00Z\"}";
  private static final Instant NOW = Instant.parse("2026-11-21T09:10:00Z");

  private final ApiHarness api;

  BackfillRouteTest(Cloud cloud) {
    Queue queue = cloud.createQueue(cloud.newStage() + "-sync", Duration.ofSeconds(30));
    this.api =
        ApiHarness.in(cloud)
            .tables("sync_jobs", "sync_state", "provider_usage", "idempotency")
            .signing()
            .with(Variable.SYNC_QUEUE_URL, queue.url())
            .clock(() -> NOW)
            .start();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aBackfillIsAnsweredAtOnceAndLeavesTheDatasetsFree() {
    Answer answer = post(OCTOBER);

    assertThat(answer.status()).isEqualTo(202);
    String id = answer.json().path("job_id").asText();
    assertThat(api.bean(SyncJobRepository.class).find(id).orElseThrow().backfill())
        .contains(
            new BackfillRange(
                new Window(
                    Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")),
                List.of(Dataset.JOURNAL, Dataset.CALLS, Dataset.VOICEMAILS)));
    assertThat(api.bean(SyncStateRepository.class).find(Dataset.JOURNAL).claim()).isEmpty();
    Answer job = api.get(SYNC + "/jobs/" + id).as(Callers.admin()).send();
    assertThat(job.json().path("progress").asDouble()).isZero();
    assertThat(job.json().at("/backfill/from").asText()).isEqualTo("2026-10-01T00:00:00Z");
    assertThat(job.json().at("/backfill/datasets/0").asText()).isEqualTo("journal");
    assertThat(job.json().at("/datasets/backfill/status").asText()).isEqualTo("queued");
  }

  @Test
  void aSecondOneWhileOneRunsIs409WithTheRunningJob() {
    String running = post(OCTOBER).json().path("job_id").asText();

    Answer second = post(OCTOBER);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.error()).isEqualTo("sync_running");
    assertThat(second.json().path("job_id").asText()).isEqualTo(running);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00Z, 2026-10-01T00:00:00Z, to",
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, to",
    "2026-11-01T00:00:00Z, 2026-11-21T09:10:01Z, to",
    "2016-11-01T00:00:00Z, 2026-11-01T00:00:00Z, from",
    "yesterday, 2026-11-01T00:00:00Z, from"
  })
  void aRangeThatIsNoneOfThePastIs400(String from, String to, String field) {
    Answer answer = post("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
    assertThat(api.bean(SyncStateRepository.class).all().values())
        .extracting(SyncState::claim)
        .containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}|from,to", "{\"to\":\"2026-11-01T00:00:00Z\"}|from"})
  void bothEndsAreRequired(String body, String fields) {
    Answer answer = post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(fields);
  }

  @Test
  void onlyHistoryCanBeFilled() {
    Answer answer = post(OCTOBER.replace("}", ",\"datasets\":[\"numbers\"]}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("datasets");
    assertThat(answer.json().path("detail").asText())
        .contains("supported are journal, calls, voicemails");
  }

  @Test
  void theSameIdempotencyKeyGetsTheFirstJob() {
    String first = send("key-1").json().path("job_id").asText();

    assertThat(send("key-1").json().path("job_id").asText()).isEqualTo(first);
  }

  private Answer send(String key) {
    return api.post(BACKFILL)
        .as(Callers.admin())
        .header("Idempotency-Key", key)
        .body(OCTOBER)
        .send();
  }

  private Answer post(String body) {
    return api.post(BACKFILL).as(Callers.admin()).body(body).send();
  }
}
