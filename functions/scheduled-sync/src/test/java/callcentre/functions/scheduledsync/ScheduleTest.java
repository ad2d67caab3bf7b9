package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduleTest extends ScheduleStage {

  ScheduleTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void theFirstTickAsksForEverythingInOneJob() {
    Tick.Started started = started(tick(false));

    assertThat(started.datasets()).containsExactlyElementsOf(Dataset.pullable());
    SyncJob job = jobs.find(started.jobId()).orElseThrow();
    assertThat(job.requestedBy()).isEqualTo(SyncJob.SCHEDULE);
    assertThat(bodiesOnTheQueue()).containsExactly("{\"job_id\":\"" + job.id() + "\"}");
  }

  @Test
  void nothingIsAskedWhileSyncsAreSwitchedOff() {
    variables.put("SYNC_ENABLED", "false");

    assertThat(tick(true)).isEqualTo(new Tick.SwitchedOff());
    variables.remove("SYNC_ENABLED");
    assertThat(tick(true)).isEqualTo(new Tick.SwitchedOff());
    assertThat(bodiesOnTheQueue()).isEmpty();
  }

  @Test
  void aFreshCopyIsLeftUntilItIsOldEnough() {
    succeed(started(tick(false)).jobId());

    now = now.plus(Duration.ofMinutes(19));
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(1));
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.JOURNAL);
  }

  @Test
  void theDailyTickComparesEverything() {
    succeed(started(tick(false)).jobId());
    now = now.plus(Duration.ofHours(2));

    assertThat(started(tick(true)).datasets()).containsExactlyElementsOf(Dataset.pullable());
  }

  @Test
  void afterAFailureTheScheduleWaitsAnHourAndHalfOfThatForTheJournal() {
    fail(started(tick(false)).jobId());

    now = now.plus(Duration.ofMinutes(29));
    assertThat(tick(true)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(1));
    Tick.Started journal = started(tick(false));
    assertThat(journal.datasets()).containsExactly(Dataset.JOURNAL);
    succeed(journal.jobId());
    now = now.plus(Duration.ofMinutes(10));
    assertThat(tick(true)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(20));
    assertThat(started(tick(false)).datasets()).containsExactlyElementsOf(Dataset.pullable());
  }

  @Test
  void aRunningJobIsLeftAndAnOrphanIsEnded() {
    String orphan = started(tick(false)).jobId();
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());

    now = now.plus(Duration.ofMinutes(15));
    Tick next = tick(false);

    SyncJob ended = jobs.find(orphan).orElseThrow();
    assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ended.error().map(SyncError::code))
        .contains(SyncErrorCode.WORKER_VANISHED.wireName());
    assertThat(next).isInstanceOf(Tick.Started.class);
  }

  @Test
  void backgroundWorkIsPostponedBeforeTheReserve() {
    variables.put("PROVIDER_DAILY_LIMIT", "30");
    variables.put("PROVIDER_BUDGET_FLOORS", "sms=1,event=5,sync=20,backfill=25");
    spend(9);
    started(tick(false));
    now = now.plus(Duration.ofMinutes(16));
    spend(1);

    assertThat(tick(false))
        .isInstanceOfSatisfying(
            Tick.Postponed.class,
            postponed -> assertThat(postponed.sentence()).contains("kept for people"));
  }

  @Test
  void whileTheProviderRefusesATickGoesThroughOnlyForTheProbe() {
    usage.close("429 at GET /phonenumbers", now);

    assertThat(tick(false)).isInstanceOf(Tick.Postponed.class);
    now = now.plus(Duration.ofMinutes(15));
    assertThat(tick(false)).isInstanceOf(Tick.Started.class);
  }

  @Test
  void aTickWithNothingToDoCostsFourReads() {
    succeed(started(tick(false)).jobId());
    counter.reset();

    tick(false);

    assertThat(counter.counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 1, "dynamodb.GetItem", 2, "dynamodb.Query", 1));
  }

  @Test
  void theEventOfTheTemplateIsUnderstood() {
    ScheduledSyncHandler handler = new ScheduledSyncHandler(schedule());

    assertThat(handler.handleRequest(Map.of("full", false), new Invocation(Duration.ofSeconds(60))))
        .startsWith("job ")
        .endsWith("pulls numbers, extensions, journal, calls, voicemails");
  }

  @Test
  void primingAsksForNothing() {
    new ScheduledSyncHandler(schedule()).prime();

    assertThat(bodiesOnTheQueue()).isEmpty();
    assertThat(states.find(Dataset.NUMBERS).claim()).isEmpty();
  }
}
