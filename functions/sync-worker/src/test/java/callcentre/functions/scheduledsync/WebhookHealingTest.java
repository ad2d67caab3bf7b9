package callcentre.functions.scheduledsync;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.history.DayCount;
import callcentre.domain.history.HistorySource;
import callcentre.domain.history.Reconciliation;
import callcentre.domain.sync.Dataset;
import callcentre.functions.syncworker.Workbench;
import callcentre.simulator.Simulator;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.webhooks.EventFault;
import callcentre.simulator.webhooks.EventFaultKind;
import callcentre.storage.calls.CallQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two identical accounts, one of which hears its webhooks: at the end both know the same. */
@ExtendWith(CloudExtension.class)
class WebhookHealingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Instant BEGIN = Instant.parse("2026-11-23T05:00:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final int EVENTS_OF_AN_ANSWERED_CALL = 4;

  private final Cloud cloud;
  private final Workbench hearing;
  private final Workbench deaf;

  WebhookHealingTest(Cloud cloud) {
    this.cloud = cloud;
    this.hearing = new Workbench(cloud);
    this.deaf = new Workbench(cloud);
  }

  @AfterEach
  void close() {
    hearing.close();
    deaf.close();
  }

  @Test
  void aDaysOutageOfWebhooksIsHealedByTheSyncAndReconciliationSaysSo() {
    deaf.simulator().webhooks().faults().add(EventFault.of(EventFaultKind.DROPPED));
    live(hearing);
    live(deaf);

    List<List<Object>> known = calls(hearing);
    assertThat(known).hasSizeGreaterThan(30);
    assertThat(calls(deaf)).isEqualTo(known);

    Reconciliation heard = reconciliation(hearing);
    assertThat(heard.missedBySource()).containsEntry(HistorySource.WEBHOOKS, 0L);
    long listed = count(hearing, HistorySource.WEBHOOKS).stored();
    assertThat(listed).isPositive();

    Reconciliation missed = reconciliation(deaf);
    assertThat(missed.missedBySource())
        .isEqualTo(Map.of(HistorySource.CALLS, 0L, HistorySource.WEBHOOKS, listed));
    assertThat(missed.isComplete()).isTrue();
    assertThat(count(deaf, HistorySource.WEBHOOKS))
        .isEqualTo(new DayCount(DAY, HistorySource.WEBHOOKS, listed, 0, listed));
  }

  @Test
  void fiveHundredEventsAtOnceAreEachStoredOnceAndTheRowsAreThoseOfTheSyncAlone() {
    int calls = 125;
    for (Workbench bench : List.of(hearing, deaf)) {
      bench.simulator().clock().setNow(BEGIN);
      bench.simulator().clock().freeze();
    }
    try (WebhookPath path = new WebhookPath(cloud, hearing, 8)) {
      for (int call = 0; call < calls; call++) {
        for (Workbench bench : List.of(hearing, deaf)) {
          bench
              .simulator()
              .add(
                  CallDraft.at(BEGIN.plusMillis(1_000 + 100L * call))
                      .from("+1347555%04d".formatted(100 + call), null)
                      .lasting(Duration.ofSeconds(20))
                      .answeredBy(call % 2 == 0 ? "101" : "102"));
        }
      }
      for (Workbench bench : List.of(hearing, deaf)) {
        bench.simulator().clock().advance(Duration.ofMinutes(2));
      }
      int events = calls * EVENTS_OF_AN_ANSWERED_CALL;
      path.until("all events are stored", () -> path.stored() >= events);
      path.until("all calls have rows", () -> found(hearing).size() == calls);

      assertThat(hearing.simulator().webhooks().waiting()).isZero();
      assertThat(hearing.simulator().webhooks().deliveries().refused()).isZero();
      assertThat(path.stored()).isEqualTo(events);
    }
    assertThat(found(hearing))
        .hasSize(calls)
        .allSatisfy(call -> assertThat(call.sources()).containsExactly(CallSource.EVENTS));

    for (Workbench bench : List.of(hearing, deaf)) {
      bench.sync("numbers", "journal", "calls");
    }
    assertThat(calls(hearing)).hasSize(calls).isEqualTo(calls(deaf));
  }

  /** From before the first call to the full sync of the morning after, when the day is compared. */
  private void live(Workbench bench) {
    Simulator simulator = bench.simulator();
    simulator.clock().setNow(BEGIN);
    LivingStage stage = new LivingStage(bench);
    stage.traffic(DAY, 1, 40, 3, 6);
    try (WebhookPath path = new WebhookPath(cloud, bench, 1)) {
      for (int part = 0; part < 3; part++) {
        stage.live(Duration.ofHours(7), HALF_AN_HOUR);
        if (bench == hearing) {
          path.until("every call so far was told of", () -> isTold(bench));
        }
      }
      stage.live(Duration.ofHours(6), HALF_AN_HOUR);
    }
  }

  private static boolean isTold(Workbench bench) {
    List<Call> found = found(bench);
    return found.size() == history(bench).size()
        && found.stream().allMatch(call -> call.sources().contains(CallSource.EVENTS));
  }

  private static Reconciliation reconciliation(Workbench bench) {
    return new Reconciliation(
        bench.state(Dataset.CALLS).days().stream().filter(it -> it.day().equals(DAY)).toList());
  }

  private static DayCount count(Workbench bench, HistorySource source) {
    return bench.state(Dataset.CALLS).days().stream()
        .filter(it -> it.day().equals(DAY) && it.source() == source)
        .findFirst()
        .orElseThrow();
  }

  private static List<Call> found(Workbench bench) {
    CallQueries rows = new CallQueries(bench.database(), bench.simulator().clock());
    return history(bench).stream()
        .map(call -> rows.find(new CallId(call.guid())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<PhoneCall> history(Workbench bench) {
    Instant now = bench.simulator().clock().instant();
    HistoryQuery all = new HistoryQuery(BEGIN, now, now, PhoneCall.class::isInstance, null, true);
    return bench.simulator().history().all(all).stream().map(PhoneCall.class::cast).toList();
  }

  /**
   * What lists can tell of the calls; who told it, and when an unanswered one ended, is left out.
   */
  private static List<List<Object>> calls(Workbench bench) {
    return found(bench).stream()
        .map(
            call ->
                List.<Object>of(
                    call.id(),
                    call.direction(),
                    call.status(),
                    call.from(),
                    call.to(),
                    call.client(),
                    call.businessNumber(),
                    call.agent(),
                    call.legs(),
                    call.startedAt(),
                    call.connectedAt(),
                    call.duration(),
                    call.waited(),
                    call.hasRecording(),
                    call.workflow(),
                    call.read(),
                    call.complete(),
                    call.match(),
                    call.journalId()))
        .toList();
  }
}
