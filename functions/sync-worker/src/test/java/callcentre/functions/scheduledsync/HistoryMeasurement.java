package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncJob;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.history.CallDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What history costs: a back-fill, a steady day of the schedule and an hour without news. Not named
 * as tests are, so that only {@code benchmarks/history} runs it.
 */
@ExtendWith(CloudExtension.class)
class HistoryMeasurement {

  private static final Path REPORT = Path.of("target", "history-measurement.md");
  private static final int CALLS_OF_A_BUSY_HOUR = 500;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A Monday; the schedule's day is watched from four to four, after the comparison at three. */
  private static final LocalDate STEADY_DAY = LocalDate.of(2026, 11, 23);

  private final int backfillCalls = Integer.getInteger("measure.calls", 150_000);
  private final int dayCalls = Integer.getInteger("measure.day", 5_000);
  private final Workbench bench;
  private final Simulator simulator;
  private final LivingStage stage;
  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  HistoryMeasurement(Cloud cloud) {
    this.bench = new Workbench(cloud);
    this.simulator = bench.simulator();
    this.stage = new LivingStage(bench);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void measure() throws IOException {
    simulator.clock().setNow(at(STEADY_DAY, 4));
    bench.sync("numbers", "extensions", "journal", "calls", "voicemails");
    rows.add("| what | provider requests | rows | DynamoDB requests | items written |");
    rows.add("|---|---|---|---|---|");
    backfill();
    steadyDay();
    hourWithoutNews();
  }

  private void backfill() throws IOException {
    int days = Math.max(1, backfillCalls / dayCalls);
    LocalDate first = STEADY_DAY.minusDays(10L + days);
    stage.traffic(
        first, days, backfillCalls / days, voicemails(backfillCalls / days), messages(dayCalls));
    begin();
    long started = System.nanoTime();
    SyncJob job = bench.done(bench.asksToFill(at(first, 0), at(first.plusDays(days), 0)));
    while (!job.status().isFinal()) {
      simulator.clock().advance(Duration.ofMinutes(15));
      job = bench.done(job);
    }
    assertThat(job.status()).isEqualTo(RunStatus.SUCCEEDED);
    DatasetRun run = job.run(Dataset.BACKFILL).orElseThrow();
    DatasetCounts counts = run.counts();
    row("back-fill of %,d calls in %d days".formatted(backfillCalls, days), counts.inserted());
    report(
        "Back-fill: fetched %,d records, inserted %,d, updated %,d, merged %,d, unchanged %,d; %s in %,d s."
            .formatted(
                counts.fetched(),
                counts.inserted(),
                counts.updated(),
                counts.merged(),
                counts.unchanged(),
                run.detail().kept(),
                Duration.ofNanos(System.nanoTime() - started).toSeconds()));
  }

  private void steadyDay() throws IOException {
    stage.traffic(STEADY_DAY, 2, dayCalls, voicemails(dayCalls), messages(dayCalls));
    stage.live(Duration.ofMinutes(10), MINUTE);
    begin();
    stage.live(Duration.ofHours(10), MINUTE);
    stage.oldestNews();
    // From ten past nine to five in New York.
    stage.live(Duration.ofMinutes(7 * 60 + 50), MINUTE);
    Duration oldest = stage.oldestNews();
    stage.live(Duration.ofMinutes(6 * 60 + 10), MINUTE);
    row("steady day of %,d calls".formatted(dayCalls), rowsOf(STEADY_DAY));
    report(
        "Steady day: the journal's copy was at most %d s old in business hours; %s."
            .formatted(oldest.toSeconds(), simulator.requests().counts()));
    report("Compared: " + bench.state(Dataset.JOURNAL).days() + bench.state(Dataset.CALLS).days());
  }

  /** An open hour of the day after, right behind a busy one: what it reads is known. */
  private void hourWithoutNews() throws IOException {
    simulator.history().clear();
    Instant busyUntil = at(STEADY_DAY.plusDays(1), 15);
    simulator.clock().setNow(busyUntil);
    for (int call = 0; call < CALLS_OF_A_BUSY_HOUR; call++) {
      simulator.add(
          CallDraft.at(busyUntil.minusSeconds(60 + 6L * call))
              .from("+1347555%04d".formatted(100 + call), null)
              .lasting(Duration.ofSeconds(30))
              .answeredBy("101"));
    }
    stage.live(Duration.ofMinutes(20), MINUTE);
    begin();
    stage.live(Duration.ofHours(1), MINUTE);
    row("hour without news behind %d calls".formatted(CALLS_OF_A_BUSY_HOUR), 0);
    report("Hour without news: " + simulator.requests().counts());
    assertThat(bench.written().ofHistory()).isZero();
  }

  private void begin() {
    simulator.requests().clear();
    bench.requests().reset();
    bench.written().reset();
  }

  private void row(String what, long stored) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %,d | %,d | %,d, of them history %,d |",
            what,
            simulator.requests().total(),
            stored,
            dynamoDbRequests(),
            bench.written().total(),
            bench.written().ofHistory()));
  }

  /** What is known so far is written each time: a measurement of hours may be ended before. */
  private void report(String note) throws IOException {
    notes.add(note);
    Files.write(REPORT, rows);
    Files.write(REPORT, List.of("", String.join("\n\n", notes)), StandardOpenOption.APPEND);
  }

  private long dynamoDbRequests() {
    return bench.requests().counts().entrySet().stream()
        .filter(operation -> operation.getKey().startsWith("dynamodb."))
        .mapToLong(operation -> operation.getValue())
        .sum();
  }

  private long rowsOf(LocalDate day) {
    return bench.state(Dataset.JOURNAL).days().stream()
        .filter(count -> count.day().equals(day))
        .mapToLong(count -> count.stored() + count.recovered())
        .sum();
  }

  private static int voicemails(int calls) {
    return calls * 300 / 5_000;
  }

  private static int messages(int calls) {
    return calls / 5;
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }
}
