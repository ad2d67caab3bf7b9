package callcentre.storage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.history.DayCount;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunDetail;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.Page;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SyncJobRepositoryTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

  private final TestStore store;
  private final SyncJobRepository jobs;

  SyncJobRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.SYNC_JOBS, Table.SYNC_STATE);
    jobs = new SyncJobRepository(store.database());
  }

  @Test
  void aJobWithRunsErrorsAndNotesIsReadBackAsItWasWritten() {
    add("1", Dataset.NUMBERS, Dataset.EXTENSIONS);
    DatasetRun partial =
        DatasetRun.stopped(
            Dataset.EXTENSIONS,
            new DatasetCounts(1, 2, 3, 4, 5, 6, 7, 8),
            new SyncError("timeout", "the rest follows", true),
            List.of("one", "two"));

    Optional<SyncJob> changed =
        jobs.change("1", job -> job.startedAt(NOW.plusSeconds(1)).with(partial));

    assertThat(jobs.find("1")).isEqualTo(changed);
    assertThat(changed.orElseThrow().run(Dataset.EXTENSIONS)).contains(partial);
    assertThat(changed.orElseThrow().startedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void theNewestJobIsListedFirstAndPagesEnd() {
    add("0001", Dataset.NUMBERS);
    finish("0001");
    add("0002", Dataset.NUMBERS);
    finish("0002");
    add("0003", Dataset.NUMBERS);

    Page<SyncJob> first = jobs.page(2, Optional.empty());
    Page<SyncJob> second = jobs.page(2, first.next());

    assertThat(first.items()).extracting(SyncJob::id).containsExactly("0003", "0002");
    assertThat(second.items()).extracting(SyncJob::id).containsExactly("0001");
    assertThat(second.next()).isEmpty();
    assertThat(store.requestsOf(() -> jobs.page(2, Optional.empty()))).isEqualTo(1);
  }

  @Test
  void aBackfillWithProgressAndComparedDaysIsReadBackAsItWasWritten() {
    BackfillRange range =
        new BackfillRange(
            new Window(NOW.minusSeconds(9_000), NOW), List.of(Dataset.CALLS, Dataset.JOURNAL));
    new SyncClaims(store.database())
        .claim(SyncJob.backfill("1", "sub-admin", range, NOW), NOW.plusSeconds(60), NOW);
    DatasetRun run =
        DatasetRun.continued(Dataset.BACKFILL, DatasetCounts.NONE, List.of("so far"))
            .waiting(new SyncError("mightycall_error", "no page", true))
            .with(
                new RunDetail(
                    Map.of("calls", 7, "messages", 2),
                    0.375,
                    List.of(
                        new DayCount(LocalDate.of(2026, 11, 19), HistorySource.CALLS, 12, 9, 2)),
                    Optional.of(NOW),
                    3));

    jobs.change("1", job -> job.with(run));

    SyncJob stored = jobs.find("1").orElseThrow();
    assertThat(stored.backfill()).contains(range);
    assertThat(stored.runs()).containsExactly(run);
    assertThat(stored.progress()).isEqualTo(0.375);
  }

  @Test
  void anUnknownJobIsNeitherFoundNorChanged() {
    assertThat(jobs.find("no")).isEmpty();
    assertThat(jobs.change("no", job -> job.startedAt(NOW))).isEmpty();
  }

  @Test
  void aChangeCostsTwoRequestsAndSurvivesALostAnswer() {
    add("1", Dataset.NUMBERS);
    assertThat(store.requestsOf(() -> jobs.change("1", job -> job.startedAt(NOW)))).isEqualTo(2);

    store
        .faults()
        .next("dynamodb.PutItem", new Fault.TransactionConflict(), new Fault.LostAnswer());
    jobs.change("1", job -> job.with(DatasetRun.running(Dataset.NUMBERS)));

    assertThat(jobs.find("1").orElseThrow().runs())
        .containsExactly(DatasetRun.running(Dataset.NUMBERS));
    assertThat(store.faults().isExhausted()).isTrue();
  }

  private void add(String id, Dataset... datasets) {
    SyncJob job = SyncJob.queued(id, "anna", List.of(datasets), NOW);
    assertThat(new SyncClaims(store.database()).claim(job, NOW.plusSeconds(60), NOW))
        .isInstanceOf(ClaimResult.Claimed.class);
  }

  private void finish(String id) {
    new SyncClaims(store.database())
        .abandon(id, new SyncError("given_up", "test", false), NOW.plusSeconds(60));
  }
}
