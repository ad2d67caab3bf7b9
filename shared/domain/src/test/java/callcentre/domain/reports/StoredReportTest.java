package callcentre.domain.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredReportTest {

  private static final Instant START = Instant.parse("2026-11-01T04:00:00Z");

  @Test
  void itsIdNamesTypeDayAndNumber() {
    assertThat(report(START.plusSeconds(90_000)).id()).isEqualTo("messages-2026-11-01-18482161220");
  }

  @Test
  void aDayEndsAfterItStarts() {
    assertThatThrownBy(() -> report(START)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(ReportType.class)
  void everyTypeIsFoundByItsName(ReportType type) {
    assertThat(ReportType.ofWireName(type.wireName())).contains(type);
    assertThat(ReportType.wireNames()).contains(type.wireName());
  }

  @Test
  void edgesAreInOrderAndEachIsThereOnce() {
    assertThat(HistogramEdges.WAIT_SECONDS).isSorted().doesNotHaveDuplicates();
    assertThat(HistogramEdges.TALK_SECONDS).isSorted().doesNotHaveDuplicates();
  }

  private static StoredReport report(Instant end) {
    return new StoredReport(
        ReportType.MESSAGES,
        LocalDate.of(2026, 11, 1),
        new PhoneNumber("+18482161220"),
        START,
        end,
        START,
        new TreeMap<>(Map.of("messages_count", 3L)));
  }
}
