package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class ScheduleTest {

  private static final Duration CADENCE = Duration.ofHours(6);

  private final RequestCounter counter = new RequestCounter();
  private final Map<String, String> variables = new HashMap<>();
  private final Cloud cloud;
  private final Queue queue;
  private final SyncJobRepository jobs;
  private final SyncStateRepository states;
  private final SyncClaims claims;
  private final ProviderUsageRepository usage;
  private Instant now = Instant.parse("2026-11-21T09:10:00Z");

  ScheduleTest(Cloud cloud) {
    this.cloud = cloud;
    String stage = cloud.newStage();
    TemplateTables.create(cloud, stage, "sync_jobs");
    TemplateTables.create(cloud, stage, "sync_state");
    TemplateTables.create(cloud, stage, "provider_usage");
    this.queue = cloud.createQueue(stage + "-sync", Duration.ofSeconds(30));
    Database database = new Database(cloud.clients()::dynamoDb, () -> new Tables(stage));
    this.jobs = new SyncJobRepository(database);
    this.states = new SyncStateRepository(database);
    this.claims = new SyncClaims(database);
    this.usage = new ProviderUsageRepository(database);
    variables.put("STAGE", stage);
    variables.put("SYNC_QUEUE_URL", queue.url());
    variables.put("SYNC_ENABLED", "true");
  }

  @Test
  void theFirstTickAsksForEverythingInOneJob() {
    Tick.Started started = started(tick(false));

    assertThat(started.datasets()).containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
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

    now = now.plus(CADENCE).minusSeconds(1);
    assertThat(tick(false)).isEqualTo(new Tick.NothingDue());
    now = now.plusSeconds(1);
    assertThat(started(tick(false)).datasets()).containsExactly(Dataset.NUMBERS);
  }

  @Test
  void theDailyTickComparesEverything() {
    succeed(started(tick(false)).jobId());
    now = now.plus(Duration.ofHours(2));

    assertThat(started(tick(true)).datasets()).containsExactly(Dataset.NUMBERS, Dataset.EXTENSIONS);
  }

  @Test
  void afterAFailureTheScheduleWaitsAnHour() {
    fail(started(tick(false)).jobId());

    now = now.plus(Duration.ofMinutes(59));
    assertThat(tick(true)).isEqualTo(new Tick.NothingDue());
    now = now.plus(Duration.ofMinutes(1));
    assertThat(tick(false)).isInstanceOf(Tick.Started.class);
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
  void aTickWithNothingToDoCostsTwoReads() {
    succeed(started(tick(false)).jobId());
    counter.reset();

    tick(false);

    assertThat(counter.counts())
        .isEqualTo(Map.of("dynamodb.BatchGetItem", 1, "dynamodb.GetItem", 1));
  }

  @Test
  void theEventOfTheTemplateIsUnderstood() {
    ScheduledSyncHandler handler = new ScheduledSyncHandler(schedule());

    assertThat(handler.handleRequest(Map.of("full", false), new Invocation()))
        .startsWith("job ")
        .endsWith("pulls numbers, extensions");
  }

  @Test
  void primingAsksForNothing() {
    new ScheduledSyncHandler(schedule()).prime();

    assertThat(bodiesOnTheQueue()).isEmpty();
    assertThat(states.find(Dataset.NUMBERS).claim()).isEmpty();
  }

  private Tick tick(boolean full) {
    return schedule().tick(full);
  }

  private Schedule schedule() {
    return Schedule.of(
        cloud.clients(counter), new Environment(variables), () -> now, new Random(7));
  }

  private void succeed(String jobId) {
    end(jobId, dataset -> DatasetRun.succeeded(dataset, DatasetCounts.NONE, List.of()));
  }

  private void fail(String jobId) {
    SyncError error = new SyncError("mightycall_timeout", "no answer in time", true);
    end(jobId, dataset -> DatasetRun.stopped(dataset, DatasetCounts.NONE, error, List.of()));
  }

  private void end(String jobId, java.util.function.Function<Dataset, DatasetRun> result) {
    for (Dataset dataset : jobs.find(jobId).orElseThrow().datasets()) {
      states.takeOver(dataset, jobId, "worker", now.plusSeconds(60), now);
      claims.end(jobId, "worker", result.apply(dataset), now, Optional.empty(), now);
    }
  }

  private void spend(int requests) {
    for (int spent = 0; spent < requests; spent++) {
      usage.take(RequestClass.INTERACTIVE, 1, 2_500, now);
    }
  }

  private List<String> bodiesOnTheQueue() {
    return cloud
        .sqs()
        .receiveMessage(
            receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages()
        .stream()
        .map(message -> message.body())
        .toList();
  }

  private static Tick.Started started(Tick tick) {
    assertThat(tick).isInstanceOf(Tick.Started.class);
    return (Tick.Started) tick;
  }
}
