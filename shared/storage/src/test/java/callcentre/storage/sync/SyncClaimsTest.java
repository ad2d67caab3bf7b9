package callcentre.storage.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncClaim;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SyncClaimsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant EXPIRES = NOW.plusSeconds(120);
  private static final SyncError REFUSED = new SyncError("invalid_client", "check keys", false);
  private static final DatasetCounts COUNTS = new DatasetCounts(4, 3, 0, 0, 1, 0, 0, 2);

  private final TestStore store;
  private final SyncClaims claims;
  private final SyncStateRepository states;
  private final SyncJobRepository jobs;

  SyncClaimsTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SYNC_JOBS, Table.SYNC_STATE);
    claims = new SyncClaims(store.database());
    states = new SyncStateRepository(store.database());
    jobs = new SyncJobRepository(store.database());
  }

  @Test
  void aJobGetsAllOfItsDatasetsInOneRequest() {
    SyncJob job = job("1", Dataset.NUMBERS, Dataset.EXTENSIONS);

    assertThat(store.requestsOf(() -> claims.claim(job, EXPIRES, NOW))).isEqualTo(1);

    assertThat(jobs.find("1")).contains(job);
    SyncClaim held = new SyncClaim("1", Optional.empty(), EXPIRES);
    assertThat(states.find(Dataset.NUMBERS).claim()).contains(held);
    assertThat(states.find(Dataset.EXTENSIONS).claim()).contains(held);
  }

  @Test
  void aJobThatMeetsOneTakenDatasetGetsNoneAndLearnsWhoHasIt() {
    claims.claim(job("1", Dataset.EXTENSIONS), EXPIRES, NOW);

    assertThat(claims.claim(job("2", Dataset.NUMBERS, Dataset.EXTENSIONS), EXPIRES, NOW))
        .isEqualTo(new ClaimResult.Busy(Dataset.EXTENSIONS, "1"));

    assertThat(jobs.find("2")).isEmpty();
    assertThat(states.find(Dataset.NUMBERS).claim()).isEmpty();
  }

  @Test
  void ofManyRequestsAtOnceOneRunsAndTheOthersLearnWhich() throws Exception {
    List<Callable<ClaimResult>> requests =
        IntStream.range(0, 8)
            .<Callable<ClaimResult>>mapToObj(
                index ->
                    () ->
                        claims.claim(
                            job("job-" + index, Dataset.NUMBERS, Dataset.EXTENSIONS), EXPIRES, NOW))
            .toList();
    List<ClaimResult> results;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      results = threads.invokeAll(requests).stream().map(SyncClaimsTest::result).toList();
    }

    List<SyncJob> running = jobs.page(50, Optional.empty()).items();
    assertThat(running).hasSize(1);
    assertThat(results).containsOnlyOnce(new ClaimResult.Claimed(running.getFirst()));
    assertThat(results)
        .filteredOn(ClaimResult.Busy.class::isInstance)
        .hasSize(7)
        .allSatisfy(
            busy ->
                assertThat(((ClaimResult.Busy) busy).jobId()).isEqualTo(running.getFirst().id()));
  }

  @Test
  void aClaimThatRanOutIsTakenOverWithoutItsWorker() {
    claims.claim(job("1", Dataset.NUMBERS), EXPIRES, NOW);
    states.takeOver(Dataset.NUMBERS, "1", "w1", EXPIRES, NOW);

    assertThat(claims.claim(job("2", Dataset.NUMBERS), EXPIRES.plusSeconds(60), EXPIRES))
        .isInstanceOf(ClaimResult.Claimed.class);
    assertThat(states.find(Dataset.NUMBERS).claim())
        .contains(new SyncClaim("2", Optional.empty(), EXPIRES.plusSeconds(60)));
  }

  @Test
  void aClaimSurvivesConflictsThrottlesAndALostAnswer() {
    store
        .faults()
        .next(
            "dynamodb.TransactWriteItems",
            new Fault.TransactionConflict(),
            new Fault.Throttled(),
            new Fault.LostAnswer());

    assertThat(claims.claim(job("1", Dataset.NUMBERS), EXPIRES, NOW))
        .isInstanceOf(ClaimResult.Claimed.class);
    assertThat(store.faults().isExhausted()).isTrue();
  }

  @Test
  void aClaimWhoseAnswerNeverCameIsFoundWhenItIsAskedForAgain() {
    SyncJob job = job("1", Dataset.NUMBERS);
    store.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswerAtLast());
    assertThatThrownBy(() -> claims.claim(job, EXPIRES, NOW)).isInstanceOf(RuntimeException.class);

    assertThat(claims.claim(job, EXPIRES, NOW)).isEqualTo(new ClaimResult.Claimed(job));
  }

  @Test
  void aSuccessfulRunMovesTheStateFreesTheDatasetAndFinishesTheJob() {
    work("1", "w");
    DatasetRun run = DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of("joined"));

    Optional<SyncJob> ended =
        claims.end("1", "w", run, NOW.plusSeconds(1), Optional.of("c1"), NOW.plusSeconds(5));

    assertThat(ended).isEqualTo(jobs.find("1"));
    assertThat(ended.orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(ended.orElseThrow().runs()).containsExactly(run);
    assertThat(ended.orElseThrow().finishedAt()).contains(NOW.plusSeconds(5));
    assertThat(states.find(Dataset.NUMBERS))
        .isEqualTo(
            new SyncState(
                Dataset.NUMBERS,
                Optional.empty(),
                Optional.of("c1"),
                Optional.of(NOW.plusSeconds(1)),
                Optional.empty(),
                Optional.of("1"),
                Optional.of(NOW.plusSeconds(5)),
                Optional.of(NOW.plusSeconds(5)),
                Optional.empty(),
                List.of()));
  }

  @Test
  void anErrorMovesNeitherCursorNorAsOf() {
    work("1", "w");
    claims.end(
        "1",
        "w",
        DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of()),
        NOW,
        Optional.of("c1"),
        NOW);
    work("2", "w2");

    claims.end(
        "2",
        "w2",
        DatasetRun.stopped(Dataset.NUMBERS, DatasetCounts.NONE, REFUSED, List.of()),
        NOW.plusSeconds(30),
        Optional.of("c2"),
        NOW.plusSeconds(31));

    SyncState state = states.find(Dataset.NUMBERS);
    assertThat(state.cursor()).contains("c1");
    assertThat(state.asOf()).contains(NOW);
    assertThat(state.lastError()).contains(REFUSED);
    assertThat(state.claim()).isEmpty();
    assertThat(jobs.find("2").orElseThrow().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anEndThatIsToldAgainAfterALostAnswerIsTheSameEnd() {
    work("1", "w");
    DatasetRun run = DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of());
    store.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswerAtLast());
    assertThatThrownBy(() -> claims.end("1", "w", run, NOW, Optional.empty(), NOW))
        .isInstanceOf(RuntimeException.class);

    assertThat(claims.end("1", "w", run, NOW, Optional.empty(), NOW)).isEqualTo(jobs.find("1"));
  }

  @Test
  void aWorkerThatLostItsClaimEndsNothing() {
    work("1", "w1");
    states.takeOver(Dataset.NUMBERS, "1", "w2", EXPIRES.plusSeconds(60), EXPIRES);
    DatasetRun late = DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of());

    assertThat(claims.end("1", "w1", late, NOW, Optional.empty(), NOW)).isEmpty();

    assertThat(jobs.find("1").orElseThrow().status().isFinal()).isFalse();
    assertThat(states.find(Dataset.NUMBERS).asOf()).isEmpty();
  }

  @Test
  void endingCostsThreeRequests() {
    work("1", "w");
    DatasetRun run = DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of());

    assertThat(store.requestsOf(() -> claims.end("1", "w", run, NOW, Optional.empty(), NOW)))
        .isEqualTo(3);
  }

  @Test
  void anOrphanedJobIsEndedAndItsDatasetsAreFree() {
    claims.claim(job("1", Dataset.NUMBERS, Dataset.EXTENSIONS), EXPIRES, NOW);
    states.takeOver(Dataset.NUMBERS, "1", "w", EXPIRES, NOW);
    SyncError lost = new SyncError("worker_lost", "try again", true);

    assertThat(store.requestsOf(() -> claims.abandon("1", lost, EXPIRES))).isEqualTo(3);

    assertThat(jobs.find("1").orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(states.all().values())
        .filteredOn(state -> List.of(Dataset.NUMBERS, Dataset.EXTENSIONS).contains(state.dataset()))
        .hasSize(2)
        .allSatisfy(
            state -> {
              assertThat(state.claim()).isEmpty();
              assertThat(state.lastError()).contains(lost);
            });
  }

  @Test
  void aJobWhoseWorkerIsAliveIsNotAbandoned() {
    work("1", "w");

    claims.abandon("1", REFUSED, EXPIRES.minusMillis(1));

    assertThat(jobs.find("1").orElseThrow().status().isFinal()).isFalse();
    assertThat(states.find(Dataset.NUMBERS).activeJob(NOW)).contains("1");
  }

  @Test
  void abandoningAnOrphanNeverFreesWhatAnotherJobTookMeanwhile() {
    claims.claim(job("1", Dataset.NUMBERS), EXPIRES, NOW);
    claims.claim(job("2", Dataset.NUMBERS), EXPIRES.plusSeconds(60), EXPIRES);

    claims.abandon("1", REFUSED, EXPIRES);

    assertThat(jobs.find("1").orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(states.find(Dataset.NUMBERS).activeJob(EXPIRES)).contains("2");
  }

  @Test
  void anUnknownJobIsNeitherEndedNorAbandoned() {
    DatasetRun run = DatasetRun.succeeded(Dataset.NUMBERS, COUNTS, List.of());

    assertThat(claims.end("no", "w", run, NOW, Optional.empty(), NOW)).isEmpty();
    assertThat(claims.abandon("no", REFUSED, NOW)).isEmpty();
  }

  @Test
  void aConflictThatNeverEndsLeavesNoHalfClaim() {
    Fault conflict = new Fault.TransactionConflict();
    store
        .faults()
        .next("dynamodb.TransactWriteItems", conflict, conflict, conflict, conflict, conflict);

    assertThatThrownBy(() -> claims.claim(job("1", Dataset.NUMBERS), EXPIRES, NOW))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(jobs.find("1")).isEmpty();
  }

  private void work(String jobId, String worker) {
    claims.claim(job(jobId, Dataset.NUMBERS), EXPIRES, NOW);
    assertThat(states.takeOver(Dataset.NUMBERS, jobId, worker, EXPIRES, NOW)).isPresent();
  }

  private static SyncJob job(String id, Dataset... datasets) {
    return SyncJob.queued(id, "anna", List.of(datasets), NOW);
  }

  private static ClaimResult result(Future<ClaimResult> done) {
    try {
      return done.get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
