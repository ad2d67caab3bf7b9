package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.domain.history.Checkpoint;
import callcentre.domain.history.HistoryCursor;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.storage.calls.CallQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that cannot be finished: at each in turn the provider fails, or the time is over. */
class PageFaultTest extends WorkbenchTest {

  private static final int PAGE = 10;
  private static final int CALLS = 35;
  private static final int ATTEMPTS = 3;

  private final CallQueries calls;

  PageFaultTest(Cloud cloud) {
    super(cloud);
    this.calls = new CallQueries(bench.database, bench.simulator.clock());
  }

  @BeforeEach
  void pulledBeforeTheCallsCame() {
    bench.simulator.clock().freeze();
    bench.sync("numbers", "journal", "calls");
    bench.simulator.clock().advance(Duration.ofMinutes(3));
    bench.pagesOf(PAGE);
    for (int call = 0; call < CALLS; call++) {
      bench.simulator.add(
          CallDraft.at(now().minus(Duration.ofMinutes(4L + call)))
              .from("+1347555%04d".formatted(100 + call), null)
              .lasting(Duration.ofSeconds(30))
              .answeredBy("101"));
    }
  }

  @ParameterizedTest
  @CsvSource({"journal, 1", "journal, 2", "journal, 3", "journal, 4", "calls, 1", "calls, 4"})
  void anErrorAtPageKLeavesTheCursorAtKMinusOneAndDeletesNothing(String name, int page) {
    Dataset dataset = Dataset.ofWireName(name).orElseThrow();
    SyncState before = bench.state(dataset);
    bench.simulator.add(
        Fault.status(500, FaultMatch.at("GET", path(dataset)).skip(page - 1).times(ATTEMPTS)));

    DatasetRun failed = Workbench.run(bench.sync(name), dataset);

    int stored = (page - 1) * PAGE;
    assertThat(failed.status()).isEqualTo(page == 1 ? RunStatus.FAILED : RunStatus.PARTIAL);
    assertThat(failed.counts().inserted()).isEqualTo(stored);
    assertThat(rows()).isEqualTo(stored);
    SyncState after = bench.state(dataset);
    assertThat(after.asOf()).isEqualTo(before.asOf());
    assertThat(open(after).map(Checkpoint::pagesDone).orElse(0)).isEqualTo(page - 1);
    assertThat(cursor(after).doneUntil()).isEqualTo(cursor(before).doneUntil());

    DatasetRun next = Workbench.run(bench.sync(name), dataset);

    assertThat(next.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(next.counts().inserted()).isEqualTo(CALLS - stored);
    assertThat(rows()).isEqualTo(CALLS);
    assertThat(open(bench.state(dataset))).isEmpty();
  }

  @Test
  void aPageThatTakesTooLongToStoreIsFinishedByAnotherWorker() {
    bench.pagesOf(1_000);
    int more = 120;
    for (int call = 0; call < more; call++) {
      bench.simulator.add(
          CallDraft.at(now().minusSeconds(60 + 20L * call))
              .from("+1848555%04d".formatted(100 + call), null)
              .lasting(Duration.ofSeconds(10))
              .answeredBy("102"));
    }
    SyncJob job = bench.asks(Workbench.PERSON, "calls");
    bench.meanwhile.whileRowsAreStored(
        () -> bench.simulator.clock().advance(Duration.ofSeconds(110)));

    bench.work();

    assertThat(bench.job(job.id()).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(rows()).isEqualTo(100);

    DatasetRun done = Workbench.run(bench.done(job), Dataset.CALLS);

    assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(done.counts().inserted()).isEqualTo(CALLS + more);
    assertThat(done.counts().unchanged()).isEqualTo(100);
    assertThat(rows()).isEqualTo(CALLS + more);
  }

  private static String path(Dataset dataset) {
    return dataset == Dataset.JOURNAL ? "/v4/api/journal/requests" : "/v4/api/calls";
  }

  private long rows() {
    return calls.count(now().minus(Duration.ofDays(1)), now()).rows();
  }

  private static HistoryCursor cursor(SyncState state) {
    return HistoryCursor.parse(state.cursor().orElseThrow());
  }

  private static Optional<Checkpoint> open(SyncState state) {
    return cursor(state).open();
  }

  private Instant now() {
    return bench.simulator.clock().instant();
  }
}
