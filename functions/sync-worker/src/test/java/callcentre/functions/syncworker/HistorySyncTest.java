package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.domain.extensions.ExtensionSource;
import callcentre.domain.history.HistoryCursor;
import callcentre.domain.people.Extension;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.CallState;
import callcentre.simulator.history.MessageDraft;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.voicemails.VoicemailQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistorySyncTest extends WorkbenchTest {

  private static final String JOURNAL = "/v4/api/journal/requests";
  private static final String COUNTS = JOURNAL + "/counts";
  private static final String CALLS = "/v4/api/calls";
  private static final Duration HOUR = Duration.ofHours(1);

  private final CallQueries calls;
  private final VoicemailQueries voicemails;
  private final MessageQueries messages;

  HistorySyncTest(Cloud cloud) {
    super(cloud);
    this.calls = new CallQueries(bench.database, bench.simulator.clock());
    this.voicemails = new VoicemailQueries(bench.database, bench.simulator.clock());
    this.messages = new MessageQueries(bench.database, bench.simulator.clock());
  }

  @BeforeEach
  void freeze() {
    bench.simulator.clock().freeze();
    bench.sync("numbers");
    bench.simulator.requests().clear();
  }

  /** So that the next pull is the usual one, of the overlap alone. */
  private void pulledBefore() {
    bench.sync("journal", "calls");
    tick();
    bench.simulator.requests().clear();
  }

  @Test
  void theJournalFeedsCallsVoicemailsAndMessages() {
    bench.simulator.add(CallDraft.at(ago(HOUR)).answeredBy("101"));
    bench.simulator.add(CallDraft.at(ago(HOUR.multipliedBy(2))).ending(CallState.MISSED));
    bench.simulator.add(
        CallDraft.at(ago(HOUR.multipliedBy(4)))
            .leaving(null, Duration.ofSeconds(27), "Please call back", "101"));
    bench.simulator.add(MessageDraft.at(ago(HOUR)).text("On my way"));

    DatasetRun run = Workbench.run(bench.sync("journal"), Dataset.JOURNAL);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.detail().kept()).isEqualTo(Map.of("calls", 3, "voicemails", 1, "messages", 1));
    assertThat(run.counts().fetched()).isEqualTo(5);
    assertThat(run.counts().inserted()).isEqualTo(5);
    assertThat(countedCalls()).isEqualTo(3);
    assertThat(voicemails.count(ago(Duration.ofDays(1)), now()).rows()).isEqualTo(1);
    assertThat(messages.count(ago(Duration.ofDays(1)), now())).isEqualTo(1);
  }

  @Test
  void aCallThatJournalAndListTellOfIsOneRow() {
    bench.simulator.add(CallDraft.at(ago(HOUR)).answeredBy("101"));

    SyncJob job = bench.sync("journal", "calls");

    assertThat(job.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(Workbench.run(job, Dataset.JOURNAL).counts().inserted()).isEqualTo(1);
    DatasetCounts second = Workbench.run(job, Dataset.CALLS).counts();
    assertThat(second.inserted()).isZero();
    assertThat(second.merged() + second.updated()).isEqualTo(1);
    assertThat(countedCalls()).isEqualTo(1);
  }

  @Test
  void whatIsKnownAlreadyCostsNoWrite() {
    someCalls(12);
    bench.sync("journal", "calls", "voicemails");
    tick();
    bench.counter.reset();

    SyncJob job = bench.sync("journal");

    DatasetCounts counts = Workbench.run(job, Dataset.JOURNAL).counts();
    assertThat(counts.unchanged()).isEqualTo(12);
    assertThat(counts.inserted() + counts.updated() + counts.merged()).isZero();
    assertThat(counts.requests()).isEqualTo(1);
    // The claim and the token's budget are written, the job is shown and ended; no row is.
    assertThat(bench.counter.count("dynamodb.PutItem")).isEqualTo(1);
    assertThat(bench.counter.count("dynamodb.TransactWriteItems")).isEqualTo(1);
  }

  @Test
  void anErrorAtPageKLeavesTheCursorAtKMinusOneAndDeletesNothing() {
    pulledBefore();
    bench.pagesOf(10);
    someCalls(35);
    Instant pulledAt = bench.state(Dataset.JOURNAL).asOf().orElseThrow();
    bench.simulator.add(Fault.status(500, FaultMatch.at("GET", JOURNAL).skip(2).times(3)));

    SyncJob failed = bench.sync("journal");

    DatasetRun run = Workbench.run(failed, Dataset.JOURNAL);
    assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(run.error().map(SyncError::code)).contains("mightycall_error");
    assertThat(run.counts().inserted()).isEqualTo(20);
    SyncState state = bench.state(Dataset.JOURNAL);
    assertThat(state.asOf()).contains(pulledAt);
    assertThat(cursor(state).open().orElseThrow().pagesDone()).isEqualTo(2);
    assertThat(countedCalls()).isEqualTo(20);
    bench.simulator.requests().clear();

    DatasetRun next = Workbench.run(bench.sync("journal"), Dataset.JOURNAL);

    assertThat(next.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(next.counts().inserted()).isEqualTo(15);
    assertThat(countedCalls()).isEqualTo(35);
    assertThat(cursor(bench.state(Dataset.JOURNAL)).open()).isEmpty();
  }

  @Test
  void aWindowWhoseTotalChangedMeanwhileIsReadAgain() {
    pulledBefore();
    bench.pagesOf(10);
    someCalls(25);
    bench.meanwhile.atTheNextCheckpoint(
        () -> bench.simulator.add(CallDraft.at(ago(Duration.ofMinutes(41))).answeredBy("102")));

    DatasetRun run = Workbench.run(bench.sync("calls"), Dataset.CALLS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().fetched()).isGreaterThan(26);
    assertThat(countedCalls()).isEqualTo(26);
  }

  @Test
  void aWorkerThatRunsOutOfTimeHandsOnAndNothingIsReadTwice() {
    pulledBefore();
    bench.pagesOf(10);
    someCalls(35);
    SyncJob job = bench.asks(Workbench.PERSON, "journal");
    bench.meanwhile.atCheckpoint(2, () -> bench.simulator.clock().advance(Duration.ofSeconds(110)));

    Workbench.deliver(bench.worker(), bench.takeMessages());

    SyncJob waiting = bench.job(job.id());
    assertThat(waiting.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(Workbench.run(waiting, Dataset.JOURNAL).counts().inserted()).isEqualTo(20);
    assertThat(bench.state(Dataset.JOURNAL).activeJob(now())).contains(job.id());

    SyncJob done = bench.done(job);

    DatasetRun run = Workbench.run(done, Dataset.JOURNAL);
    assertThat(done.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().inserted()).isEqualTo(35);
    assertThat(countedCalls()).isEqualTo(35);
  }

  @Test
  void aCallThatAppearsLateIsFoundByTheOverlap() {
    bench.sync("journal", "calls");
    bench.simulator.add(CallDraft.at(ago(Duration.ofMinutes(30))).answeredBy("101"));
    tick();

    assertThat(Workbench.run(bench.sync("calls"), Dataset.CALLS).counts().inserted()).isEqualTo(1);
  }

  @Test
  void theFirstPullReachesBackAWeek() {
    bench.simulator.add(CallDraft.at(ago(Duration.ofDays(6))).answeredBy("101"));
    bench.simulator.add(CallDraft.at(ago(Duration.ofDays(8))).answeredBy("101"));

    assertThat(Workbench.run(bench.sync("calls"), Dataset.CALLS).counts().fetched()).isEqualTo(1);
    assertThat(bench.asked("GET", CALLS + "/{id}")).isZero();
  }

  @Test
  void theDayBeforeIsComparedOnceAndWhatWasMissedComes() {
    bench.sync("journal");
    Instant missed = now().minus(Duration.ofHours(5));
    bench.simulator.clock().advance(Duration.ofMinutes(10));
    bench.simulator.add(CallDraft.at(missed).answeredBy("101"));
    bench.simulator.clock().advance(Duration.ofHours(20));
    bench.simulator.requests().clear();

    DatasetRun run = Workbench.run(bench.sync("journal"), Dataset.JOURNAL);

    LocalDate day = LocalDate.of(2026, 11, 21);
    assertThat(run.detail().days())
        .filteredOn(count -> count.source().wireName().equals("journal_calls"))
        .singleElement()
        .satisfies(
            count -> {
              assertThat(count.day()).isEqualTo(day);
              assertThat(count.provider()).isEqualTo(1);
              assertThat(count.missed()).isEqualTo(1);
              assertThat(count.recovered()).isEqualTo(1);
              assertThat(count.missing()).isZero();
            });
    assertThat(run.notes()).anyMatch(note -> note.contains("1 came now and 0 are missing still"));
    assertThat(bench.state(Dataset.JOURNAL).isCompared(day)).isTrue();
    assertThat(bench.asked("GET", COUNTS)).isEqualTo(2);
    tick();
    assertThat(Workbench.run(bench.sync("journal"), Dataset.JOURNAL).counts().requests())
        .isEqualTo(1);
  }

  @Test
  void extensionsOfCallsBecomeCandidates() {
    bench.simulator.add(CallDraft.at(ago(HOUR)).outgoing("104", "+13475550188"));

    bench.sync("journal");

    assertThat(bench.extensions.find(new Extension("104")).orElseThrow().value().sources())
        .containsExactly(ExtensionSource.HISTORY);
  }

  @Test
  void aRowThatCannotBeReadIsSkippedAndSaidAndTheOthersAreStored() {
    bench.simulator.add(
        Fault.status(200, FaultMatch.at("GET", CALLS).times(1))
            .withBody(
                "{\"data\":{\"calls\":[{\"id\":\"not a guid\"},"
                    + "{\"id\":\"3f0d6a1e-52b7-4c9a-9e14-7b8a2c6d1f05\","
                    + "\"caller\":{\"phone\":\"+13475550123\"},\"called\":[],"
                    + "\"businessNumber\":\"+18482161220\","
                    + "\"dateTimeUtc\":\"2026-11-21T08:00:00.000+00:00\",\"duration\":\"23066\","
                    + "\"direction\":\"Incoming\",\"callStatus\":\"Missed\"}],\"total\":2},"
                    + "\"isSuccess\":true}"));

    DatasetRun run = Workbench.run(bench.sync("calls"), Dataset.CALLS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().skipped()).isEqualTo(1);
    assertThat(run.counts().inserted()).isEqualTo(1);
    assertThat(run.notes()).anyMatch(note -> note.startsWith("Skipped: "));
  }

  /** Calls of the last hours, a minute apart, each of another client. */
  private void someCalls(int count) {
    for (int call = 0; call < count; call++) {
      bench.simulator.add(
          CallDraft.at(ago(Duration.ofMinutes(4L + call)))
              .from("+1347555%04d".formatted(100 + call), null)
              .lasting(Duration.ofSeconds(30))
              .answeredBy("101"));
    }
  }

  private void tick() {
    bench.simulator.clock().advance(Duration.ofMinutes(3));
  }

  private long countedCalls() {
    return calls.count(ago(Duration.ofDays(10)), now()).rows();
  }

  private static HistoryCursor cursor(SyncState state) {
    return HistoryCursor.parse(state.cursor().orElseThrow());
  }

  private Instant ago(Duration time) {
    return now().minus(time);
  }

  private Instant now() {
    return bench.simulator.clock().instant();
  }
}
