package callcentre.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.AwsClients;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.Fault;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.domain.history.Window;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.model.Message;

@ExtendWith(CloudExtension.class)
class SyncRequestsTest {

  private static final SyncPlan NUMBERS = SyncPlan.of(List.of("numbers"));
  private static final SyncPlan BOTH = SyncPlan.standard();

  private final FaultInjector faults = new FaultInjector();
  private final RequestCounter counter = new RequestCounter();
  private final Cloud cloud;
  private final Queue queue;
  private final SyncJobRepository jobs;
  private final SyncStateRepository states;
  private final SyncRequests requests;
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");

  SyncRequestsTest(Cloud cloud) {
    this.cloud = cloud;
    String stage = cloud.newStage();
    TemplateTables.create(cloud, stage, "sync_jobs");
    TemplateTables.create(cloud, stage, "sync_state");
    this.queue = cloud.createQueue(stage + "-sync", Duration.ofSeconds(30));
    AwsClients clients = cloud.clients(counter, faults);
    Database database = new Database(clients::dynamoDb, () -> new Tables(stage));
    SyncClaims claims = new SyncClaims(database);
    this.jobs = new SyncJobRepository(database);
    this.states = new SyncStateRepository(database);
    SyncQueue sending = new SyncQueue(clients::sqs, queue::url);
    this.requests =
        new SyncRequests(
            claims,
            new OrphanedJobs(claims, states, jobs, sending),
            new UnsentJobs(claims, states, () -> now),
            sending,
            () -> now,
            new Random(7));
  }

  @Test
  void aRequestHoldsItsDatasetsAndPutsTheJobOnTheQueue() {
    SyncJob job = started(requests.start(BOTH, "sub-admin"));

    assertThat(jobs.find(job.id())).contains(job);
    assertThat(job.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(states.find(Dataset.NUMBERS).activeJob(now)).contains(job.id());
    assertThat(states.find(Dataset.EXTENSIONS).activeJob(now)).contains(job.id());
    assertThat(bodiesOnTheQueue()).containsExactly("{\"job_id\":\"" + job.id() + "\"}");
  }

  @Test
  void aRequestCostsThreeRequests() {
    requests.start(NUMBERS, "sub-admin");
    counter.reset();

    requests.start(SyncPlan.of(List.of("extensions")), "sub-admin");

    assertThat(counter.counts())
        .isEqualTo(
            Map.of(
                "dynamodb.BatchGetItem",
                1,
                "dynamodb.TransactWriteItems",
                1,
                "sqs.SendMessage",
                1));
  }

  @Test
  void ofTwoSyncsAtOnceTheSecondLearnsWhichOneRuns() {
    SyncJob first = started(requests.start(NUMBERS, "sub-admin"));

    SyncStart second = requests.start(BOTH, "sub-other");

    assertThat(second).isEqualTo(new SyncStart.AlreadyRunning(Dataset.NUMBERS, first.id()));
    assertThat(states.find(Dataset.EXTENSIONS).claim()).isEmpty();
    assertThat(bodiesOnTheQueue()).hasSize(1);
  }

  @Test
  void aQueueThatRefusesEndsTheJobAsFailedAndFreesItsDatasets() {
    refuse("sqs.SendMessage");

    assertThatThrownBy(() -> requests.start(BOTH, "sub-admin"))
        .isInstanceOfSatisfying(
            QueueUnavailableException.class,
            refused -> {
              SyncJob job = jobs.find(refused.jobId()).orElseThrow();
              assertThat(job.status()).isEqualTo(RunStatus.FAILED);
              assertThat(job.error().map(SyncError::code)).contains("queue_unavailable");
              assertThat(job.finishedAt()).contains(now);
            });
    assertThat(states.all().values()).extracting(SyncState::claim).containsOnly(Optional.empty());
    started(requests.start(BOTH, "sub-admin"));
  }

  @Test
  void aLostMessageBlocksNobodyForLongerThanTheClaim() {
    SyncJob lost = started(requests.start(BOTH, "sub-admin"));

    now = now.plus(SyncRequests.LONGEST_WAIT).minusMillis(1);
    assertThat(requests.start(BOTH, "sub-admin")).isInstanceOf(SyncStart.AlreadyRunning.class);
    now = now.plusMillis(1);
    SyncJob next = started(requests.start(BOTH, "sub-admin"));

    SyncJob ended = jobs.find(lost.id()).orElseThrow();
    assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ended.error().map(SyncError::code))
        .contains(SyncErrorCode.WORKER_VANISHED.wireName());
    assertThat(ended.error().map(SyncError::message).orElseThrow())
        .startsWith("The worker did not finish")
        .contains("nothing was deleted");
    assertThat(states.find(Dataset.NUMBERS).activeJob(now)).contains(next.id());
  }

  @Test
  void aVanishedWorkersJobIsEndedByWhoeverAsksNext() {
    SyncJob vanished = started(requests.start(BOTH, "sub-admin"));
    Instant workerEnds = now.plusSeconds(150);
    states.takeOver(Dataset.NUMBERS, vanished.id(), "worker-1", workerEnds, now);
    states.takeOver(Dataset.EXTENSIONS, vanished.id(), "worker-1", workerEnds, now);

    now = workerEnds;
    started(requests.start(NUMBERS, "sub-admin"));

    SyncJob ended = jobs.find(vanished.id()).orElseThrow();
    assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
    assertThat(states.find(Dataset.EXTENSIONS).claim()).isEmpty();
    assertThat(states.find(Dataset.EXTENSIONS).lastError().map(SyncError::code))
        .contains(SyncErrorCode.WORKER_VANISHED.wireName());
  }

  @Test
  void aBackfillWhoseWorkerVanishedGoesOnWithAnotherOne() {
    SyncJob job = started(requests.backfill(range(), "sub-admin"));
    vanish(job.id());
    assertThat(bodiesOnTheQueue()).hasSize(1);

    started(requests.start(NUMBERS, "sub-admin"));

    assertThat(bodiesOnTheQueue()).contains("{\"job_id\":\"" + job.id() + "\"}").hasSize(2);
    SyncJob goesOn = jobs.find(job.id()).orElseThrow();
    assertThat(goesOn.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(goesOn.error().map(SyncError::code)).contains("worker_vanished");
    assertThat(goesOn.run(Dataset.BACKFILL).orElseThrow().detail().failures()).isEqualTo(1);
    assertThat(states.find(Dataset.BACKFILL).activeJob(now)).contains(job.id());
    assertThat(requests.backfill(range(), "sub-admin"))
        .isEqualTo(new SyncStart.AlreadyRunning(Dataset.BACKFILL, job.id()));
    assertThat(bodiesOnTheQueue()).isEmpty();
  }

  @Test
  void aBackfillWhoseWorkersVanishAgainAndAgainIsGivenUp() {
    SyncJob job = started(requests.backfill(range(), "sub-admin"));
    for (int worker = 1; worker < SyncJob.MOST_FAILURES; worker++) {
      vanish(job.id());
      requests.start(SyncPlan.of(List.of("journal")), "sub-admin");
    }
    assertThat(jobs.find(job.id()).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);

    vanish(job.id());
    requests.start(SyncPlan.of(List.of("journal")), "sub-admin");

    assertThat(jobs.find(job.id()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(states.find(Dataset.BACKFILL).claim()).isEmpty();
  }

  @Test
  void aQueueThatRefusesABackfillThatGoesOnLosesNothing() {
    SyncJob job = started(requests.backfill(range(), "sub-admin"));
    vanish(job.id());
    bodiesOnTheQueue();
    refuse("sqs.SendMessage");

    assertThat(requests.backfill(range(), "sub-admin"))
        .isInstanceOf(SyncStart.AlreadyRunning.class);
    now = now.plus(SyncRequests.LONGEST_WAIT);
    requests.backfill(range(), "sub-admin");

    assertThat(bodiesOnTheQueue()).containsExactly("{\"job_id\":\"" + job.id() + "\"}");
  }

  private void vanish(String jobId) {
    Instant workerEnds = now.plusSeconds(150);
    assertThat(states.takeOver(Dataset.BACKFILL, jobId, "killed at " + now, workerEnds, now))
        .isPresent();
    jobs.change(jobId, job -> job.pulling(Dataset.BACKFILL, now));
    now = workerEnds;
  }

  private BackfillRange range() {
    return new BackfillRange(
        new Window(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(30))),
        List.of(Dataset.CALLS));
  }

  @Test
  void aConflictWithAnotherTransactionIsRepeated() {
    faults.next("dynamodb.TransactWriteItems", new Fault.TransactionConflict());

    started(requests.start(BOTH, "sub-admin"));

    assertThat(faults.isExhausted()).isTrue();
  }

  @Test
  void aClaimWhoseAnswerWasLostIsStillThisRequestsOwn() {
    faults.next("dynamodb.TransactWriteItems", new Fault.LostAnswer());

    SyncJob job = started(requests.start(BOTH, "sub-admin"));

    assertThat(states.find(Dataset.NUMBERS).activeJob(now)).contains(job.id());
    assertThat(bodiesOnTheQueue()).hasSize(1);
  }

  private void refuse(String operation) {
    faults.next(operation, new Fault.AccessDenied());
  }

  private List<String> bodiesOnTheQueue() {
    return cloud
        .sqs()
        .receiveMessage(
            receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static SyncJob started(SyncStart start) {
    assertThat(start).isInstanceOf(SyncStart.Started.class);
    return ((SyncStart.Started) start).job();
  }
}
