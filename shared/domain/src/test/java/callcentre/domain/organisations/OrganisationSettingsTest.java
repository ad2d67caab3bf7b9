package callcentre.domain.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.reports.HistogramEdges;
import callcentre.domain.validation.FieldError;
import callcentre.domain.validation.InvalidFieldsException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrganisationSettingsTest {

  private static final OrganisationSettings DEFAULTS = OrganisationSettings.DEFAULTS;
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void byDefaultQuietHoursAreOffAndNothingIsPricedOrValued() {
    assertThat(DEFAULTS.quietHours()).isEmpty();
    assertThat(DEFAULTS.prices()).isEqualTo(Prices.UNKNOWN);
    assertThat(DEFAULTS.values()).isEqualTo(CallValues.UNKNOWN);
    assertThat(DEFAULTS.thresholds().serviceLevelSeconds()).isEqualTo(20);
    assertThat(DEFAULTS.businessHours().on(DayOfWeek.FRIDAY)).hasSize(1);
    assertThat(DEFAULTS.businessHours().on(DayOfWeek.SATURDAY)).isEmpty();
  }

  @Test
  void onlyANamedTimeZoneKnowsWhenItsClocksChange() {
    assertThat(fieldsOf(() -> zone(ZoneOffset.ofHours(-5)))).containsExactly("time_zone");
    assertThat(zone(ZoneId.of("Europe/Berlin")).timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void aHolidayStandsThereOnceAndInOrder() {
    Holiday christmas = new Holiday(LocalDate.of(2026, 12, 25), "Christmas");
    Holiday newYear = new Holiday(LocalDate.of(2026, 1, 1), "New Year");

    assertThat(holidays(List.of(christmas, newYear)).holidays())
        .containsExactly(newYear, christmas);
    assertThat(fieldsOf(() -> holidays(List.of(christmas, christmas)))).containsExactly("holidays");
    List<Holiday> tooMany =
        IntStream.range(0, 201)
            .mapToObj(day -> new Holiday(LocalDate.of(2026, 1, 1).plusDays(day), ""))
            .toList();
    assertThat(fieldsOf(() -> holidays(tooMany))).containsExactly("holidays");
  }

  @Test
  void openingHoursAreInOrderWithoutOverlapAndMayEndWithTheDay() {
    TimeRange morning = range("08:00", "12:00");
    TimeRange untilMidnight = range("12:00", "00:00");

    assertThat(new BusinessHours(Map.of(DayOfWeek.MONDAY, List.of(morning, untilMidnight))))
        .satisfies(hours -> assertThat(hours.on(DayOfWeek.MONDAY)).hasSize(2));
    assertThat(untilMidnight.contains(LocalTime.of(23, 59, 59))).isTrue();
    assertThat(morning.contains(LocalTime.NOON)).isFalse();
    assertThat(
            fieldsOf(
                () -> new BusinessHours(Map.of(DayOfWeek.MONDAY, List.of(untilMidnight, morning)))))
        .containsExactly("monday[1].from");
    assertThat(
            fieldsOf(
                () ->
                    new BusinessHours(
                        Map.of(
                            DayOfWeek.SUNDAY,
                            List.of(range("08:00", "12:00"), range("11:59", "13:00"))))))
        .containsExactly("sunday[1].from");
    assertThat(fieldsOf(() -> range("12:00", "12:00"))).containsExactly("to");
  }

  @Test
  void aClosedDayIsTheSameWhetherItIsEmptyOrAbsent() {
    assertThat(new BusinessHours(Map.of(DayOfWeek.MONDAY, List.of())))
        .isEqualTo(new BusinessHours(Map.of()));
  }

  @Test
  void quietHoursMayReachOverMidnight() {
    QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    assertThat(night.contains(LocalTime.of(23, 0))).isTrue();
    assertThat(night.contains(LocalTime.of(7, 59))).isTrue();
    assertThat(night.contains(LocalTime.of(8, 0))).isFalse();
    assertThat(new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0)).contains(LocalTime.NOON))
        .isTrue();
    assertThat(fieldsOf(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)))
        .containsExactly("to");
  }

  @Test
  void aThresholdIsAnEdgeOfTheStoredHistogramsAndTheErrorListsThem() {
    assertThatThrownBy(() -> new Thresholds(25, 0, 7, 61))
        .isInstanceOfSatisfying(
            InvalidFieldsException.class,
            invalid -> {
              assertThat(invalid.errors())
                  .extracting(FieldError::field)
                  .containsExactly(
                      "service_level_seconds",
                      "service_level_target_percent",
                      "short_abandon_seconds",
                      "converted_call_seconds");
              assertThat(invalid.errors().getFirst().message())
                  .contains(HistogramEdges.WAIT_SECONDS.toString());
            });
    assertThat(new Thresholds(30, 100, 0, 60).shortAbandonSeconds()).isZero();
  }

  @Test
  void aPriceMayBeAFractionOfAMinorUnitAndIsOneHoweverItIsWritten() {
    assertThat(outboundSegment("0.750")).isEqualTo(outboundSegment("0.75"));
    assertThat(outboundSegment("100").outboundSegment()).contains(new BigDecimal("100"));
    for (String bad : List.of("-0.01", "100000.1", "0.12345")) {
      assertThat(fieldsOf(() -> outboundSegment(bad))).containsExactly("outbound_segment");
    }
  }

  @Test
  void aValueIsNotNegative() {
    assertThat(
            fieldsOf(
                () ->
                    new CallValues(Optional.of(-1L), Optional.of(0L), Optional.of(1_000_000_001L))))
        .containsExactly("answered_call", "missed_call");
  }

  @Test
  void anOrganisationHasANameAndIsTheSameUntilSomethingChanges() {
    OrganisationId id = new OrganisationId("genx");
    assertThat(fieldsOf(() -> Organisation.named(id, " ", NOW))).containsExactly("name");
    assertThat(fieldsOf(() -> Organisation.named(id, "x".repeat(121), NOW)))
        .containsExactly("name");

    Organisation genX = Organisation.named(id, "GenX", NOW);
    assertThat(genX.renamed("GenX", NOW.plusSeconds(1))).isSameAs(genX);
    assertThat(genX.with(DEFAULTS, NOW.plusSeconds(1))).isSameAs(genX);
    assertThat(genX.renamed("X", NOW.plusSeconds(1)).updatedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  private static List<String> fieldsOf(ThrowingCallable work) {
    try {
      work.call();
      return List.of();
    } catch (InvalidFieldsException invalid) {
      return invalid.errors().stream().map(FieldError::field).toList();
    } catch (Throwable other) {
      throw new AssertionError(other);
    }
  }

  private static OrganisationSettings zone(ZoneId zone) {
    return with(zone, DEFAULTS.holidays());
  }

  private static OrganisationSettings holidays(List<Holiday> holidays) {
    return with(DEFAULTS.timeZone(), holidays);
  }

  private static OrganisationSettings with(ZoneId zone, List<Holiday> holidays) {
    return new OrganisationSettings(
        zone,
        DEFAULTS.businessHours(),
        holidays,
        DEFAULTS.thresholds(),
        DEFAULTS.quietHours(),
        DEFAULTS.currency(),
        DEFAULTS.prices(),
        DEFAULTS.values());
  }

  private static Prices outboundSegment(String price) {
    return new Prices(
        Optional.of(new BigDecimal(price)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(LocalTime.parse(from), LocalTime.parse(to));
  }
}
