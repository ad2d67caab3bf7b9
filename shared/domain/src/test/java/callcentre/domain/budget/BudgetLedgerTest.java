package callcentre.domain.budget;

import static callcentre.domain.budget.RequestClass.BACKFILL;
import static callcentre.domain.budget.RequestClass.INTERACTIVE;
import static callcentre.domain.budget.RequestClass.SYNC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetLedgerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:17:00Z");
  private static final long HOUR = BudgetWindow.hourOf(NOW);
  private static final BudgetPolicy POLICY =
      new BudgetPolicy(2500, 100, BudgetPolicy.DEFAULT_FLOORS);

  @Test
  void backgroundWorkStopsBeforeTheReserveAndPeopleCanStillAct() {
    assertThat(POLICY.ceilings())
        .containsEntry(INTERACTIVE, 2500)
        .containsEntry(RequestClass.SMS, 2400)
        .containsEntry(RequestClass.EVENT, 2250)
        .containsEntry(SYNC, 2000)
        .containsEntry(BACKFILL, 1500);
  }

  @Test
  void floorsShrinkWithTheShareSoThatASmallStageStillSyncs() {
    BudgetPolicy tenth = new BudgetPolicy(2500, 10, BudgetPolicy.DEFAULT_FLOORS);

    assertThat(tenth.limit()).isEqualTo(250);
    assertThat(tenth.ceiling(SYNC)).isEqualTo(200);
  }

  @Test
  void aFloorAboveTheLimitLeavesTheClassNothing() {
    BudgetPolicy policy = new BudgetPolicy(100, 100, Map.of(SYNC, 500));

    assertThat(policy.ceiling(SYNC)).isZero();
    assertThat(policy.ceiling(INTERACTIVE)).isEqualTo(100);
  }

  @Test
  void refusesAShareOrLimitThatCannotBe() {
    assertThatThrownBy(() -> new BudgetPolicy(2500, 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BudgetPolicy(0, 100, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BudgetPolicy(1, 100, Map.of(SYNC, -1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSnapshotLeavesOutHoursThatHaveLeftSinceTheLastRequest() {
    BudgetWindow old = BudgetWindow.empty(HOUR - 24).plus(40).movedTo(HOUR).plus(2);
    BudgetLedger ledger = ledger(old, Map.of(SYNC, old), Optional.empty());

    assertThat(ledger.snapshot(POLICY, NOW).used()).isEqualTo(42);
    BudgetSnapshot later = ledger.snapshot(POLICY, NOW.plus(Duration.ofHours(1)));
    assertThat(later.used()).isEqualTo(2);
    assertThat(later.remaining()).isEqualTo(2498);
    assertThat(later.byClass()).containsEntry(SYNC, 2).containsEntry(INTERACTIVE, 0);
    assertThat(later.resetsAt()).isEqualTo(BudgetWindow.startOf(HOUR + 25));
  }

  @Test
  void aSnapshotSaysWhenItIsAnEstimate() {
    BudgetLedger young = BudgetLedger.untouched(NOW);
    Instant nextDay = NOW.plus(Duration.ofHours(24));

    assertThat(young.snapshot(POLICY, nextDay.minusSeconds(1)).estimated()).isTrue();
    assertThat(young.snapshot(POLICY, nextDay).estimated()).isFalse();
    BudgetPolicy shared = new BudgetPolicy(2500, 80, Map.of());
    assertThat(young.snapshot(shared, nextDay).estimated()).isTrue();
  }

  @Test
  void aSnapshotHasTheLastSevenDaysWithTodayFirst() {
    TreeMap<LocalDate, Integer> days = new TreeMap<>();
    days.put(LocalDate.parse("2026-11-21"), 5);
    days.put(LocalDate.parse("2026-11-15"), 7);
    days.put(LocalDate.parse("2026-11-14"), 9);
    BudgetLedger ledger =
        new BudgetLedger(
            BudgetWindow.empty(HOUR), Map.of(), days, NOW, Optional.empty(), List.of());

    assertThat(ledger.snapshot(POLICY, NOW).lastDays())
        .hasSize(7)
        .startsWith(new DayUse(LocalDate.parse("2026-11-21"), 5))
        .endsWith(new DayUse(LocalDate.parse("2026-11-15"), 7));
  }

  @Test
  void aClosedBudgetHasNothingRemainingAndNamesTheNextProbe() {
    Closure closure = new Closure(NOW, "429 Limit Exceeded", NOW.plus(Closure.PROBE_INTERVAL));
    BudgetLedger ledger = ledger(BudgetWindow.empty(HOUR), Map.of(), Optional.of(closure));

    assertThat(ledger.snapshot(POLICY, NOW).remaining()).isZero();
    Refusal refusal = ledger.refusal(POLICY, INTERACTIVE, 1, NOW);
    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.CLOSED_BY_PROVIDER);
    assertThat(refusal.retryAt()).isEqualTo(NOW.plus(Closure.PROBE_INTERVAL));
    assertThat(refusal.sentence()).contains("2026-11-21T10:32:00Z");
  }

  @Test
  void aRefusalSaysWhenItsOwnClassHasRoomAgain() {
    BudgetWindow window =
        BudgetWindow.empty(HOUR - 3).plus(1600).movedTo(HOUR - 1).plus(300).movedTo(HOUR).plus(200);
    BudgetLedger ledger = ledger(window, Map.of(), Optional.empty());

    Refusal backfill = ledger.refusal(POLICY, BACKFILL, 1, NOW);
    assertThat(backfill.retryAt()).isEqualTo(BudgetWindow.startOf(HOUR - 3 + 25));
    assertThat(backfill.sentence()).contains("2500", "2100 used", "backfill");
    assertThat(ledger.refusal(POLICY, INTERACTIVE, 401, NOW).retryAt())
        .isEqualTo(BudgetWindow.startOf(HOUR - 3 + 25));
  }

  @Test
  void theUsedShareIsRoundedDownAndFullWhenThereIsNoLimit() {
    assertThat(BudgetSnapshot.percent(1749, 2500)).isEqualTo(69);
    assertThat(BudgetSnapshot.percent(1750, 2500)).isEqualTo(70);
    assertThat(BudgetSnapshot.percent(0, 0)).isEqualTo(100);
  }

  private static BudgetLedger ledger(
      BudgetWindow window, Map<RequestClass, BudgetWindow> byClass, Optional<Closure> closure) {
    Instant started = NOW.minus(Duration.ofDays(3));
    return new BudgetLedger(window, byClass, new TreeMap<>(), started, closure, List.of());
  }
}
