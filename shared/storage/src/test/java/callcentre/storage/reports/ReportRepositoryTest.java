package callcentre.storage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.Scope;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import callcentre.domain.reports.StoredReport;
import callcentre.storage.Page;
import callcentre.storage.PageKey;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class ReportRepositoryTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final PhoneNumber ONE = number(1);
  private static final PhoneNumber TWO = number(2);

  private final TestStore store;
  private final ReportRepository reports;

  ReportRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.MIGHTYCALL_REPORTS);
    reports = new ReportRepository(store.database());
  }

  @Test
  void aReportIsReadBackAsItWasSaved() {
    StoredReport report = save(DAY, ONE);

    assertThat(page(everything(DAY, DAY), 50).items()).containsExactly(report);
    assertThat(report.id()).isEqualTo("calls-2026-11-01-13125550001");
  }

  @Test
  void anEmptyTableIsAnEmptyPageThatLeadsNowhere() {
    assertThat(page(everything(DAY, DAY.plusDays(30)), 50))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
    assertThat(reports.hasAny(ReportType.CALLS)).isFalse();

    save(DAY, ONE);
    assertThat(reports.hasAny(ReportType.CALLS)).isTrue();
    assertThat(reports.hasAny(ReportType.MESSAGES)).isFalse();
    assertThat(store.requestsOf(() -> reports.hasAny(ReportType.CALLS))).isEqualTo(1);
  }

  @Test
  void theNewestDayComesFirstAndOnlyTheAskedDaysAndTypeCome() {
    save(DAY.minusDays(1), ONE);
    StoredReport older = save(DAY, ONE);
    StoredReport newer = save(DAY.plusDays(1), ONE);
    save(DAY.plusDays(2), ONE);

    assertThat(page(everything(DAY, DAY.plusDays(1)), 50).items()).containsExactly(newer, older);
    assertThat(
            page(
                    new ReportQuery(
                        ReportType.MESSAGES,
                        DAY,
                        DAY.plusDays(1),
                        Optional.empty(),
                        new Scope.Everything()),
                    50)
                .items())
        .isEmpty();
  }

  @Test
  void pagesOfTheWholeAccountAreCompleteAndCostOneRequestEach() {
    List<StoredReport> saved = saveDays(4, ONE, TWO);

    assertThat(readAll(everything(DAY, DAY.plusDays(3)), 3)).isEqualTo(saved);
    assertThat(store.requestsOf(() -> page(everything(DAY, DAY.plusDays(3)), 3))).isEqualTo(1);
  }

  @Test
  void pagesOfAFewNumbersAreReadByTheirKeysAndAreComplete() {
    saveDays(4, ONE, TWO);
    ReportQuery query = owned(Map.of(TWO, List.of(Interval.since(Instant.EPOCH))));

    assertThat(readAll(query, 3)).extracting(StoredReport::number).hasSize(4).containsOnly(TWO);
    assertThat(store.requestsOf(() -> page(query, 50))).isEqualTo(1);
  }

  @Test
  void pagesOfManyNumbersAreFilteredByWhatTheCallerOwned() {
    saveDays(3, ONE, TWO);
    Map<PhoneNumber, List<Interval>> intervals = new HashMap<>();
    IntStream.range(2, 3 + ReportRepository.FEW_NUMBERS)
        .forEach(index -> intervals.put(number(index), List.of(Interval.since(Instant.EPOCH))));

    assertThat(readAll(owned(intervals), 2))
        .extracting(StoredReport::number)
        .hasSize(3)
        .containsOnly(TWO);
  }

  @Test
  void aNumberOutsideTheScopeIsNotShownEvenWhenItIsAskedFor() {
    save(DAY, ONE);
    Scope scope = new Scope.Owned(Map.of(TWO, List.of(Interval.since(Instant.EPOCH))));

    assertThat(
            page(new ReportQuery(ReportType.CALLS, DAY, DAY, Optional.of(ONE), scope), 50).items())
        .isEmpty();
  }

  @Test
  void movingANumberHandsOverNeitherItsPastNorItsFutureNorTheDayOfTheMove() {
    StoredReport before = save(DAY, ONE);
    StoredReport moved = save(DAY.plusDays(1), ONE);
    StoredReport after = save(DAY.plusDays(2), ONE);
    Instant move = moved.startsAt().plusSeconds(3_600);

    assertThat(readAll(owned(Map.of(ONE, List.of(until(move)))), 50)).containsExactly(before);
    assertThat(readAll(owned(Map.of(ONE, List.of(Interval.since(move)))), 50))
        .containsExactly(after);
    assertThat(readAll(owned(Map.of(ONE, List.of(until(move), Interval.since(move)))), 50))
        .containsExactly(after, moved, before);
  }

  @Test
  void aLongSearchThatFindsLittleGivesAShortPageThatLeadsOn() {
    LocalDate longAgo = DAY.minusDays(1_000);
    StoredReport oldest = save(longAgo, ONE);
    ReportQuery query =
        new ReportQuery(ReportType.CALLS, longAgo, DAY, Optional.of(ONE), new Scope.Everything());

    Page<StoredReport> first = page(query, 50);
    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(store.requestsOf(() -> page(query, 50))).isEqualTo(ReportPage.MOST_REQUESTS);
    assertThat(readAll(query, 50)).containsExactly(oldest);
  }

  private List<StoredReport> saveDays(int days, PhoneNumber... numbers) {
    List<StoredReport> saved = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      for (PhoneNumber number : numbers) {
        saved.addFirst(save(DAY.plusDays(day), number));
      }
    }
    return saved;
  }

  private StoredReport save(LocalDate day, PhoneNumber number) {
    StoredReport report =
        new StoredReport(
            ReportType.CALLS,
            day,
            number,
            day.atStartOfDay(ZONE).toInstant(),
            day.plusDays(1).atStartOfDay(ZONE).toInstant(),
            day.atTime(9, 0).atZone(ZONE).toInstant(),
            new TreeMap<>(Map.of("calls_count", 12L, "answered_count", 9L)));
    reports.save(report);
    return report;
  }

  private List<StoredReport> readAll(ReportQuery query, int limit) {
    List<StoredReport> read = new ArrayList<>();
    Optional<PageKey> next = Optional.empty();
    do {
      Page<StoredReport> page = reports.page(query, limit, next);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      read.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    return read;
  }

  private Page<StoredReport> page(ReportQuery query, int limit) {
    return reports.page(query, limit, Optional.empty());
  }

  private static ReportQuery everything(LocalDate from, LocalDate to) {
    return new ReportQuery(ReportType.CALLS, from, to, Optional.empty(), new Scope.Everything());
  }

  private static ReportQuery owned(Map<PhoneNumber, List<Interval>> intervals) {
    return new ReportQuery(
        ReportType.CALLS, DAY, DAY.plusDays(9), Optional.empty(), new Scope.Owned(intervals));
  }

  private static Interval until(Instant end) {
    return new Interval(Instant.EPOCH, Optional.of(end));
  }

  private static PhoneNumber number(int index) {
    return new PhoneNumber("+1312555%04d".formatted(index));
  }
}
