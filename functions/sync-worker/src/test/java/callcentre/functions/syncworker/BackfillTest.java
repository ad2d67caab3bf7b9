package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.MessageDraft;
import callcentre.storage.calls.CallQueries;
import callcentre.sync.SyncMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackfillTest extends WorkbenchTest {

  private static final Instant FROM = Instant.parse("2026-08-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final int CALLS = 46;

  /** So often a request is made before its page has failed. */
  private static final int ATTEMPTS = 3;

  private final CallQueries calls;

  BackfillTest(Cloud cloud) {
    super(cloud);
    this.calls = new CallQueries(bench.database, bench.simulator.clock());
  }

  @BeforeEach
  void someMonths() {
    bench.simulator.clock().freeze();
    for (int call = 0; call < CALLS; call++) {
      bench.simulator.add(
          CallDraft.at(FROM.plus(Duration.ofHours(48L * call + 1)))
              .from("+1347555%04d".formatted(100 + call), null)
              .answeredBy("101"));
    }
    bench.simulator.add(MessageDraft.at(FROM.plus(Duration.ofDays(3))).text("Thank you"));
    bench.simulator.add(CallDraft.at(FROM.minusSeconds(60)).answeredBy("101"));
    bench.sync("numbers");
    bench.pagesOf(5);
  }

  @Test
  void aBackfillBringsTheWholeRangeAndNothingElse() {
    SyncJob job = bench.done(bench.asksToFill(FROM, TO));

    DatasetRun run = Workbench.run(job, Dataset.BACKFILL);
    assertThat(job.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(job.progress()).isEqualTo(1);
    assertThat(run.detail().kept()).containsEntry("messages", 1);
    assertThat(stored()).isEqualTo(CALLS);
    assertThat(calls.count(FROM.minus(Duration.ofDays(9)), FROM).rows()).isZero();
  }

  @Test
  void itGoesOnWhereAWorkerStoppedAndItsProgressGrows() {
    SyncJob job = bench.asksToFill(FROM, TO, Dataset.CALLS);
    double before = 0;
    for (int worker = 0; !bench.job(job.id()).status().isFinal(); worker++) {
      assertThat(worker).isLessThan(20);
      bench.meanwhile.atCheckpoint(
          3, () -> bench.simulator.clock().advance(Duration.ofSeconds(110)));
      bench.work();
      assertThat(bench.job(job.id()).progress()).isGreaterThanOrEqualTo(before);
      before = bench.job(job.id()).progress();
    }

    DatasetRun run = Workbench.run(bench.job(job.id()), Dataset.BACKFILL);
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().fetched()).isEqualTo(CALLS);
    assertThat(run.counts().inserted()).isEqualTo(CALLS);
    assertThat(stored()).isEqualTo(CALLS);
  }

  @Test
  void itWaitsForBudgetOverDaysAndThenGoesOn() {
    bench.with(Variable.PROVIDER_DAILY_LIMIT, "20");
    bench.with(Variable.PROVIDER_BUDGET_FLOORS, "sms=1,event=2,sync=4,backfill=10");
    SyncJob job = bench.asksToFill(FROM, TO, Dataset.CALLS);

    bench.work();

    SyncJob waiting = bench.job(job.id());
    assertThat(waiting.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(waiting.progress()).isBetween(0.01, 0.99);
    long first = stored();
    assertThat(first).isBetween(1L, CALLS - 1L);

    bench.simulator.clock().advance(Duration.ofMinutes(20));
    redeliver(job);
    assertThat(stored()).isEqualTo(first);

    for (int day = 0; !bench.job(job.id()).status().isFinal(); day++) {
      assertThat(day).isLessThan(5);
      bench.simulator.clock().advance(Duration.ofHours(25));
      redeliver(job);
    }
    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(stored()).isEqualTo(CALLS);
  }

  @Test
  void aPageThatFailsIsWaitedForAndTheJobSaysWhy() {
    bench.simulator.add(
        Fault.status(500, FaultMatch.at("GET", "/v4/api/calls").skip(6).times(2 * ATTEMPTS)));
    SyncJob job = bench.asksToFill(FROM, TO, Dataset.CALLS);

    bench.work();

    SyncJob waiting = bench.job(job.id());
    assertThat(waiting.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(waiting.progress()).isBetween(0.01, 0.99);
    assertThat(waiting.error().orElseThrow().code()).isEqualTo("mightycall_error");
    assertThat(waiting.error().orElseThrow().message())
        .contains("goes on by itself in 15 minutes (failed 1 of 32 times)");
    long before = stored();
    assertThat(before).isBetween(1L, CALLS - 1L);

    later(job);
    assertThat(bench.job(job.id()).error().orElseThrow().message()).contains("failed 2 of 32");
    assertThat(bench.job(job.id()).progress()).isEqualTo(waiting.progress());
    assertThat(stored()).isEqualTo(before);

    later(job);
    SyncJob done = bench.job(job.id());
    assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(done.error()).isEmpty();
    assertThat(Workbench.run(done, Dataset.BACKFILL).counts().inserted()).isEqualTo(CALLS);
    assertThat(stored()).isEqualTo(CALLS);
  }

  @Test
  void aProviderThatOnlyFailsEndsItInTheEndAndDeletesNothing() {
    bench.simulator.add(Fault.status(500, FaultMatch.at("GET", "/v4/api/calls")));
    SyncJob job = bench.done(bench.asksToFill(FROM, TO, Dataset.CALLS));

    for (int attempt = 2; attempt <= SyncJob.MOST_FAILURES; attempt++) {
      assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.RUNNING);
      later(job);
    }

    SyncJob ended = bench.job(job.id());
    assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
    assertThat(ended.error().orElseThrow().message()).contains("given up after 32 attempts");
    assertThat(bench.state(Dataset.BACKFILL).claim()).isEmpty();
  }

  @Test
  void whatDoesNotPassByItselfEndsItAtOnce() {
    bench.simulator.add(Fault.status(400, FaultMatch.at("GET", "/v4/api/calls")));

    SyncJob job = bench.done(bench.asksToFill(FROM, TO, Dataset.CALLS));

    assertThat(job.status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void whereTheWorkerIsKilledAnotherOneGoesOn() {
    SyncJob job = bench.asksToFill(FROM, TO, Dataset.CALLS);
    bench.meanwhile.atCheckpoint(3, () -> bench.simulator.clock().advance(Duration.ofSeconds(110)));
    bench.work();
    long before = stored();
    bench.takeMessages();
    Instant dies = bench.simulator.clock().instant().plusSeconds(150);
    assertThat(
            bench.states.takeOver(
                Dataset.BACKFILL, job.id(), "killed", dies, bench.simulator.clock().instant()))
        .isPresent();

    bench.simulator.clock().setNow(dies);
    bench.asks(SyncJob.SCHEDULE, "numbers");

    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.RUNNING);
    bench.work();
    SyncJob done = bench.job(job.id());
    assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(before).isPositive();
    assertThat(Workbench.run(done, Dataset.BACKFILL).counts().fetched()).isEqualTo(CALLS);
    assertThat(stored()).isEqualTo(CALLS);
  }

  @Test
  void oneRunsAtATimeAndTheDatasetsOwnPullsGoOnMeanwhile() {
    bench.asksToFill(FROM, TO);

    assertThatThrownBy(() -> bench.asksToFill(FROM, TO))
        .hasMessageContaining("no back-fill was started");
    assertThat(bench.asks(Workbench.PERSON, "journal", "calls").datasets()).hasSize(2);
  }

  private void later(SyncJob job) {
    bench.simulator.clock().advance(Duration.ofMinutes(15));
    redeliver(job);
  }

  private void redeliver(SyncJob job) {
    bench.work();
    Workbench.deliver(bench.worker(), Workbench.eventOf(new SyncMessage(job.id()).write()));
  }

  private long stored() {
    return calls.count(FROM, TO).rows();
  }
}
