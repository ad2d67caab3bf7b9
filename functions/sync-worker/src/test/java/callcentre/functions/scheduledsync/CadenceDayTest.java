package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.history.HistorySource;
import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.CallDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lives through days of the schedule with the real worker: the table of docs/cadence.md. */
@ExtendWith(CloudExtension.class)
class CadenceDayTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

  /** From 13:00 UTC until the first tick after nine o'clock in New York. */
  private static final Duration UNTIL_OPEN = Duration.ofMinutes(63);

  private final Workbench bench;
  private final Simulator simulator;
  private final LivingStage stage;

  CadenceDayTest(Cloud cloud) {
    this.bench = new Workbench(cloud);
    this.simulator = bench.simulator();
    this.stage = new LivingStage(bench);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDayWithoutACallCostsWhatTheTableSays() {
    stage.live(Duration.ofHours(2), TEN_MINUTES);
    simulator.requests().clear();

    stage.live(DAY, TEN_MINUTES);

    assertThat(simulator.requests().count("GET", "/v4/api/phonenumbers")).isBetween(4L, 5L);
    assertThat(simulator.requests().count("GET", "/v4/api/team")).isEqualTo(1);
    assertThat(simulator.requests().count("GET", "/v4/api/profile")).isEqualTo(1);
    assertThat(simulator.requests().count("POST", "/v4/auth/token")).isBetween(0L, 2L);
    assertThat(simulator.requests().count("GET", "/v4/api/journal/requests")).isBetween(70L, 76L);
    assertThat(simulator.requests().count("GET", "/v4/api/calls")).isBetween(4L, 8L);
    assertThat(simulator.requests().count("GET", "/v4/api/voicemails")).isBetween(4L, 8L);
    assertThat(simulator.requests().total()).isLessThanOrEqualTo(115);
  }

  /** One to 25: a day of 5,000 calls in pages of 1,000 rows is 200 calls in pages of 40. */
  @Test
  void aDayOfAFullCentreStaysWithinFiveHundredRequestsAndNewsWithinFourMinutes() {
    simulator.clock().setNow(Instant.parse("2026-11-23T13:00:00Z"));
    bench.pagesOf(40);
    stage.traffic(LocalDate.of(2026, 11, 22), 3, 212, 12, 40);
    stage.hears().live(UNTIL_OPEN, THREE_MINUTES);
    simulator.requests().clear();
    stage.oldestNews();
    stage.oldestDetails();

    stage.live(Duration.ofHours(8).minus(THREE_MINUTES), THREE_MINUTES);
    // With the 15 seconds of settling that a pull leaves out, and seconds of the job itself.
    assertThat(stage.oldestNews()).isLessThanOrEqualTo(Duration.ofSeconds(210));
    assertThat(stage.oldestDetails()).isLessThanOrEqualTo(Duration.ofMinutes(6));
    stage.live(Duration.ofHours(16), FIVE_MINUTES);

    assertThat(simulator.requests().count("GET", "/v4/api/calls/{id}")).isZero();
    assertThat(simulator.requests().count("GET", "/v4/api/calls")).isLessThanOrEqualTo(170);
    assertThat(simulator.requests().total()).isLessThanOrEqualTo(500);
    assertThat(bench.state(Dataset.JOURNAL).days())
        .filteredOn(count -> count.day().equals(LocalDate.of(2026, 11, 23)))
        .isNotEmpty()
        .allSatisfy(
            count -> {
              assertThat(count.provider()).isPositive();
              assertThat(count.missing()).isZero();
            });
    assertThat(bench.state(Dataset.CALLS).days())
        .filteredOn(count -> count.source() == HistorySource.CALLS)
        .allSatisfy(count -> assertThat(count.missing()).isZero());
  }

  @Test
  void callsThatEndedAreCompletedByOneListOfClassEvent() {
    simulator.clock().setNow(Instant.parse("2026-11-23T14:00:00Z"));
    stage.live(Duration.ofMinutes(3), THREE_MINUTES);
    for (int call = 0; call < 20; call++) {
      simulator.add(
          CallDraft.at(simulator.clock().instant().plusSeconds(call))
              .from("+1347555%04d".formatted(100 + call), null)
              .lasting(Duration.ofSeconds(30))
              .answeredBy("101"));
    }
    simulator.clock().advance(Duration.ofMinutes(2));
    stage.live(Duration.ofMinutes(3), THREE_MINUTES);
    simulator.requests().clear();
    stage.hears();
    Instant ended = simulator.clock().instant();
    stage.webhooks().ended(ended);

    stage.live(Duration.ofMinutes(6), THREE_MINUTES);

    assertThat(simulator.requests().count("GET", "/v4/api/calls")).isEqualTo(1);
    assertThat(stage.spent()).containsEntry(RequestClass.EVENT, 1);
    assertThat(bench.state(Dataset.CALLS).asOf())
        .hasValueSatisfying(pulled -> assertThat(pulled).isAfter(ended));
  }

  @Test
  void anOpenHourWithoutNewsWritesNoRow() {
    simulator.clock().setNow(Instant.parse("2026-11-23T14:00:00Z"));
    for (int call = 0; call < 30; call++) {
      Instant at = simulator.clock().instant().minus(Duration.ofMinutes(10L + call));
      simulator.add(CallDraft.at(at).from("+1347555%04d".formatted(100 + call), null));
    }
    stage.live(Duration.ofMinutes(30), THREE_MINUTES);
    simulator.requests().clear();
    bench.written().reset();

    stage.live(Duration.ofHours(1), THREE_MINUTES);

    assertThat(simulator.requests().count("GET", "/v4/api/journal/requests")).isEqualTo(20);
    assertThat(simulator.requests().total()).isLessThanOrEqualTo(22);
    assertThat(bench.written().ofHistory()).isZero();
  }

  @Test
  void aDayOfNothingButErrorsCostsAtMostEighteenRequestsAnHour() {
    simulator.add(Fault.status(500, FaultMatch.at("GET", "/v4/api/*")));

    stage.live(DAY, TEN_MINUTES);

    assertThat(simulator.requests().total()).isBetween(24L, 18 * 24L + 20);
  }
}
