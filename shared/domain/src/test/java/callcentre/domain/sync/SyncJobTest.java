package callcentre.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncJobTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final SyncError ERROR = new SyncError("invalid_client", "refused", false);
  private static final DatasetCounts THREE_KEPT = new DatasetCounts(4, 1, 1, 1, 1, 0, 0, 1);
  private static final SyncJob JOB = SyncJob.queued("job-1", "sub-admin", Dataset.defaults(), NOW);

  @Test
  void zeroRowsWithAnErrorIsAFailure() {
    DatasetRun run = DatasetRun.stopped(Dataset.NUMBERS, DatasetCounts.NONE, ERROR, List.of());

    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anErrorAfterRowsWereKeptIsPartial() {
    DatasetRun run = DatasetRun.stopped(Dataset.NUMBERS, THREE_KEPT, ERROR, List.of());

    assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
  }

  @Test
  void successNeverCarriesAnErrorAndFailureAlwaysNamesOne() {
    assertThatThrownBy(() -> run(RunStatus.SUCCEEDED, Optional.of(ERROR)))
        .hasMessage("a run that is succeeded has no error");
    assertThatThrownBy(() -> run(RunStatus.FAILED, Optional.empty()))
        .hasMessage("a run that is failed names an error");
  }

  @Test
  void aJobIsPartialWhenOneDatasetSucceededAndTheOtherFailed() {
    SyncJob job =
        JOB.with(DatasetRun.succeeded(Dataset.NUMBERS, THREE_KEPT, List.of()))
            .with(DatasetRun.stopped(Dataset.EXTENSIONS, DatasetCounts.NONE, ERROR, List.of()));

    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(job.error()).contains(ERROR);
    assertThat(job.progress()).isEqualTo(1.0);
  }

  @Test
  void aJobRunsUntilItsLastDatasetIsDone() {
    SyncJob half =
        JOB.startedAt(NOW).with(DatasetRun.succeeded(Dataset.NUMBERS, THREE_KEPT, List.of()));

    assertThat(JOB.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(half.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(half.progress()).isEqualTo(0.5);
    assertThat(half.finishedWhenDone(NOW)).isSameAs(half);
  }

  @Test
  void anAbandonedJobKeepsWhatSucceededAndFailsTheRest() {
    SyncJob job =
        JOB.startedAt(NOW)
            .with(DatasetRun.succeeded(Dataset.NUMBERS, THREE_KEPT, List.of()))
            .with(DatasetRun.running(Dataset.EXTENSIONS))
            .abandoned(ERROR, NOW.plusSeconds(60));

    assertThat(job.run(Dataset.NUMBERS).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(job.run(Dataset.EXTENSIONS).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(job.finishedAt()).contains(NOW.plusSeconds(60));
  }

  @Test
  void takingAJobOverKeepsItsFirstStart() {
    assertThat(JOB.startedAt(NOW).startedAt(NOW.plusSeconds(60)).startedAt()).contains(NOW);
  }

  @Test
  void aRunThatIsOverIsNotOpenedAgainByALateWorker() {
    SyncJob done = JOB.with(DatasetRun.succeeded(Dataset.NUMBERS, THREE_KEPT, List.of()));

    assertThat(done.pulling(Dataset.NUMBERS, NOW)).isSameAs(done);
    assertThat(JOB.pulling(Dataset.NUMBERS, NOW).run(Dataset.NUMBERS).orElseThrow().status())
        .isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void theScheduleIsNotAPerson() {
    assertThat(JOB.isAskedByPerson()).isTrue();
    assertThat(SyncJob.queued("job-2", SyncJob.SCHEDULE, Dataset.defaults(), NOW).isAskedByPerson())
        .isFalse();
  }

  private static DatasetRun run(RunStatus status, Optional<SyncError> error) {
    return new DatasetRun(
        Dataset.NUMBERS, status, DatasetCounts.NONE, error, List.of(), RunDetail.NONE);
  }
}
