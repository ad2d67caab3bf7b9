package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.faults.Fault;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRunnerTest extends WorkbenchTest {

  private static final String TOKEN = "/v4/auth/token";

  JobRunnerTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void aJobPullsItsDatasetsOneAfterTheOther() {
    SyncJob job = bench.sync();

    assertThat(job.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(job.startedAt()).isPresent();
    assertThat(job.finishedAt()).isPresent();
    assertThat(job.datasets().stream().map(bench::state))
        .hasSize(2)
        .allSatisfy(
            state -> {
              assertThat(state.claim()).isEmpty();
              assertThat(state.asOf()).isPresent();
              assertThat(state.lastJob()).contains(job.id());
            });
  }

  @Test
  void badCredentialsCauseExactlyOneTokenRequestAndTouchNoRow() {
    bench.sync();
    Optional<Instant> asOf = bench.state(Dataset.NUMBERS).asOf();
    bench.credentials(bench.simulator.apiKey(), "wrong");
    bench.simulator.clock().advance(Duration.ofHours(25));
    bench.simulator.requests().clear();

    SyncJob job = bench.sync();

    assertThat(job.status()).isEqualTo(RunStatus.FAILED);
    assertThat(job.runs())
        .allSatisfy(run -> assertThat(run.error().map(SyncError::code)).contains("invalid_client"));
    assertThat(job.error().map(SyncError::message).orElseThrow()).contains("host");
    assertThat(bench.asked("POST", TOKEN)).isEqualTo(1);
    assertThat(bench.simulator.requests().total()).isEqualTo(1);
    assertThat(bench.numbers.all())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.version()).isEqualTo(1));
    assertThat(bench.state(Dataset.NUMBERS).asOf()).isEqualTo(asOf);
  }

  @Test
  void whatOneDatasetKeptStaysWhenTheOtherFails() {
    bench.simulator.add(
        callcentre.simulator.faults.Fault.status(
            500, callcentre.simulator.faults.FaultMatch.at("GET", "/v4/api/team")));

    SyncJob job = bench.sync();

    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(Workbench.run(job, Dataset.NUMBERS).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Workbench.run(job, Dataset.EXTENSIONS).status()).isEqualTo(RunStatus.FAILED);
    assertThat(bench.numbers.all()).hasSize(3);
    assertThat(bench.state(Dataset.NUMBERS).lastError()).isEmpty();
  }

  @Test
  void aMessageOfAFinishedJobIsANoOp() {
    SyncJob job = bench.sync();
    bench.simulator.requests().clear();

    assertThat(Workbench.deliver(bench.worker(), message(job))).isEmpty();

    assertThat(bench.simulator.requests().total()).isZero();
    assertThat(bench.job(job.id())).isEqualTo(job);
  }

  @Test
  void aMessageOfAnUnknownJobIsANoOp() {
    assertThat(Workbench.deliver(bench.worker(), Workbench.eventOf("{\"job_id\":\"none\"}")))
        .isEmpty();
  }

  @Test
  void aMessageThatNamesNoJobGoesToTheDlqByItself() {
    assertThat(Workbench.deliver(bench.worker(), Workbench.eventOf("hello")))
        .containsExactly("message-1");
  }

  @Test
  void aJobThatALivingWorkerDoesIsLeftToIt() {
    SyncJob job = bench.asks(Workbench.PERSON);
    takenByAnother(job, now().plusSeconds(60));

    assertThat(Workbench.deliver(bench.worker(), bench.takeMessages())).isEmpty();

    assertThat(bench.simulator.requests().total()).isZero();
    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.QUEUED);
    assertThat(bench.state(Dataset.NUMBERS).activeJob(now())).contains(job.id());
  }

  @Test
  void aJobWhoseWorkerDiedIsTakenOver() {
    SyncJob job = bench.asks(Workbench.PERSON);
    takenByAnother(job, now().plusSeconds(60));
    bench.simulator.clock().advance(Duration.ofSeconds(61));

    assertThat(bench.done(job).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb.GetItem", "dynamodb.UpdateItem", "dynamodb.TransactWriteItems"})
  void aJobThatCannotBeNotedComesAgainAndIsThenDone(String operation) {
    SyncJob job = bench.asks(Workbench.PERSON, "numbers");
    SQSEvent message = bench.takeMessages();
    bench.faults.next(operation, new Fault.AccessDenied());

    assertThat(Workbench.deliver(bench.worker(), message)).hasSize(1);
    assertThat(bench.job(job.id()).status().isFinal()).isFalse();
    assertThat(bench.state(Dataset.NUMBERS).asOf()).isEmpty();

    bench.simulator.clock().advance(Duration.ofMinutes(12));
    assertThat(Workbench.deliver(bench.worker(), message)).isEmpty();
    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.numbers.all())
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.version()).isEqualTo(1));
  }

  @Test
  void anEndWhoseAnswerWasLostIsNotedOnce() {
    SyncJob job = bench.asks(Workbench.PERSON, "numbers");
    bench.faults.next("dynamodb.TransactWriteItems", new Fault.LostAnswer());

    SyncJob done = bench.done(job);

    assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.state(Dataset.NUMBERS).claim()).isEmpty();
  }

  @Test
  void aWorkerThatLostItsClaimLeavesTheResultToTheOther() {
    SyncJob job = bench.asks(Workbench.PERSON, "numbers");
    Fault.Gate gate = new Fault.Gate();
    bench.faults.next("dynamodb.PutItem", new Fault.Held(gate));
    SQSEvent message = bench.takeMessages();
    SyncWorkerHandler slow = bench.worker();
    Thread first = Thread.ofVirtual().start(() -> Workbench.deliver(slow, message));
    try {
      gate.awaitArrival();
      bench.simulator.clock().advance(Duration.ofMinutes(5));
      assertThat(Workbench.deliver(bench.worker(), message)).isEmpty();
      SyncJob done = bench.job(job.id());
      SyncState state = bench.state(Dataset.NUMBERS);
      gate.open();
      first.join();

      assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(bench.state(Dataset.NUMBERS)).isEqualTo(state);
      assertThat(bench.job(job.id()).runs()).isEqualTo(done.runs());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void withoutTimeNothingIsAskedAndTheJobSaysSo() {
    SyncJob job = bench.asks(Workbench.PERSON);

    Workbench.deliver(bench.worker(), bench.takeMessages(), Duration.ofSeconds(19));

    SyncJob after = bench.job(job.id());
    assertThat(after.status()).isEqualTo(RunStatus.FAILED);
    assertThat(after.error().map(SyncError::code)).contains("out_of_time");
    assertThat(bench.simulator.requests().total()).isZero();
  }

  @Test
  void backgroundWorkStopsBeforeTheReserveAndPeopleCanStillAct() {
    bench
        .with(Variable.PROVIDER_DAILY_LIMIT, "40")
        .with(Variable.PROVIDER_BUDGET_FLOORS, "sms=1,event=5,sync=30,backfill=35");

    SyncJob background = bench.done(bench.asks(SyncJob.SCHEDULE));
    DatasetRun stopped = Workbench.run(background, Dataset.EXTENSIONS);
    assertThat(stopped.error().map(SyncError::code)).contains("rate_budget_exhausted");
    assertThat(stopped.error().map(SyncError::retryable)).contains(true);
    assertThat(bench.simulator.requests().total()).isEqualTo(10);

    SyncJob person = bench.sync("extensions");
    assertThat(person.status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void missingConfigurationIsNamedInTheJob() {
    bench.with(Variable.CREDENTIALS_SECRET_ID, "");

    SyncJob job = bench.sync("numbers");

    assertThat(job.error().map(SyncError::code)).contains("missing_configuration");
    assertThat(job.error().map(SyncError::message).orElseThrow()).contains("CREDENTIALS_SECRET_ID");
  }

  @Test
  void primingAsksNobodyAndLeavesTheQueueAlone() {
    SyncJob job = bench.asks(Workbench.PERSON, "numbers");
    SyncWorkerHandler worker = bench.worker();

    worker.prime();

    assertThat(bench.simulator.requests().total()).isZero();
    assertThat(bench.job(job.id())).isEqualTo(job);
    Workbench.deliver(worker, bench.takeMessages());
    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  @Test
  void theRequestsOfAWarmJobAreKnown() {
    bench.sync();
    SyncJob job = bench.asks(Workbench.PERSON);
    SyncWorkerHandler worker = bench.worker();
    Workbench.deliver(worker, bench.takeMessages());
    SyncJob warm = bench.asks(Workbench.PERSON);
    SQSEvent message = bench.takeMessages();
    bench.counter.reset();
    bench.simulator.requests().clear();

    Workbench.deliver(worker, message);

    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.job(warm.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.simulator.requests().total()).isEqualTo(8);
    // UpdateItem: one claim a dataset, one take from the budget a provider request.
    assertThat(bench.counter.counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 8,
                "dynamodb.Query", 7,
                "dynamodb.PutItem", 2,
                "dynamodb.TransactWriteItems", 2,
                "dynamodb.UpdateItem", 10));
  }

  private void takenByAnother(SyncJob job, Instant until) {
    job.datasets()
        .forEach(dataset -> bench.states.takeOver(dataset, job.id(), "another", until, now()));
  }

  private static SQSEvent message(SyncJob job) {
    return Workbench.eventOf("{\"job_id\":\"" + job.id() + "\"}");
  }

  private Instant now() {
    return bench.simulator.clock().instant();
  }
}
