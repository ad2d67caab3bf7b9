package callcentre.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-11-17");

  @Test
  void whatWasMissedIsToldByDayAndFamily() {
    Reconciliation compared =
        new Reconciliation(
            List.of(
                DayCount.of(TUESDAY, HistorySource.CALLS, 120, 117),
                DayCount.of(MONDAY, HistorySource.CALLS, 100, 100),
                DayCount.of(MONDAY, HistorySource.VOICEMAILS, 9, 8)));

    assertThat(compared.missedBySource())
        .isEqualTo(Map.of(HistorySource.CALLS, 3L, HistorySource.VOICEMAILS, 1L));
    assertThat(compared.daysToPull(HistorySource.CALLS)).containsExactly(TUESDAY);
    assertThat(compared.isComplete()).isFalse();
    assertThat(compared.days().getFirst().day()).isEqualTo(MONDAY);
  }

  @Test
  void whatWasPulledAgainIsNoLongerMissingButWasMissed() {
    DayCount repaired = DayCount.of(TUESDAY, HistorySource.CALLS, 120, 117).recovered(3);

    assertThat(repaired.missed()).isEqualTo(3);
    assertThat(repaired.missing()).isZero();
    assertThat(new Reconciliation(List.of(repaired)).isComplete()).isTrue();
  }

  @Test
  void rowsThatTheProviderNoLongerCountsAreKeptAndMakeUpForNothing() {
    Reconciliation compared =
        new Reconciliation(
            List.of(
                DayCount.of(MONDAY, HistorySource.JOURNAL_MESSAGES, 10, 12),
                DayCount.of(TUESDAY, HistorySource.JOURNAL_MESSAGES, 10, 9)));

    assertThat(compared.days().getFirst().kept()).isEqualTo(2);
    assertThat(compared.missedBySource()).containsEntry(HistorySource.JOURNAL_MESSAGES, 1L);
  }
}
