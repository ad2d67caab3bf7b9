package callcentre.domain.messages.usage;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.calls.Direction;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.messages.usage.UsageSum.Cost;
import callcentre.domain.organisations.OrganisationSettings;
import callcentre.domain.organisations.Prices;
import callcentre.domain.phone.PhoneNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UsageSumTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+12125550147");
  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final BigDecimal SEGMENT = new BigDecimal("0.7525");
  private static final BigDecimal MMS = new BigDecimal("2.5");

  @Property(tries = 200)
  void aCostIsRoundedOnceAfterItIsSummedAndOnlyWhatHappenedIsCharged(
      @ForAll("entries") List<UsageEntry> entries) {
    UsageSum sum = new UsageSum();
    entries.forEach(entry -> sum.add(entry, settings("USD", true)));

    List<UsageEntry> charged =
        entries.stream()
            .filter(
                entry -> entry.status() == SendState.SENT || entry.status() == SendState.RECEIVED)
            .toList();
    BigDecimal exact =
        charged.stream()
            .map(
                entry ->
                    entry.hasFiles() ? MMS : SEGMENT.multiply(BigDecimal.valueOf(entry.segments())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.sent() + sum.received()).isEqualTo(charged.size());
    assertThat(sum.cost().map(Cost::minorUnits))
        .isEqualTo(
            charged.isEmpty()
                ? Optional.empty()
                : Optional.of(exact.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    assertThat(sum.segmentsSent() + sum.segmentsReceived())
        .isEqualTo(
            charged.stream().filter(e -> !e.hasFiles()).mapToLong(UsageEntry::segments).sum());
  }

  @Example
  void aPriceThatNobodySetMakesTheCostUnknownAndIsCounted() {
    UsageSum sum = new UsageSum();
    sum.add(entry(SendState.SENT, 1, false), settings("USD", true));
    sum.add(entry(SendState.SENT, 2, false), settings("USD", false));

    assertThat(sum.cost()).isEmpty();
    assertThat(sum.unpriced()).isEqualTo(1);
  }

  @Example
  void severalCurrenciesHaveNoSum() {
    UsageSum sum = new UsageSum();
    sum.add(entry(SendState.SENT, 1, false), settings("USD", true));
    sum.add(entry(SendState.SENT, 1, false), settings("EUR", true));

    assertThat(sum.cost()).isEmpty();
    assertThat(sum.isOfSeveralCurrencies()).isTrue();
  }

  @Provide
  Arbitrary<List<UsageEntry>> entries() {
    return Combinators.combine(
            Arbitraries.of(SendState.class),
            Arbitraries.integers().between(0, 11),
            Arbitraries.of(true, false))
        .as(UsageSumTest::entry)
        .list()
        .ofMaxSize(40);
  }

  private static UsageEntry entry(SendState status, int segments, boolean files) {
    Direction direction = status == SendState.RECEIVED ? Direction.INCOMING : Direction.OUTGOING;
    return new UsageEntry(NUMBER, direction, status, segments, files, AT);
  }

  private static OrganisationSettings settings(String currency, boolean priced) {
    OrganisationSettings defaults = OrganisationSettings.DEFAULTS;
    Prices prices =
        new Prices(
            Optional.of(SEGMENT),
            Optional.of(SEGMENT),
            Optional.of(MMS),
            Optional.of(MMS),
            Optional.empty(),
            Optional.empty());
    return new OrganisationSettings(
        defaults.timeZone(),
        defaults.businessHours(),
        defaults.holidays(),
        defaults.thresholds(),
        defaults.quietHours(),
        Currency.getInstance(currency),
        priced ? prices : Prices.UNKNOWN,
        defaults.values());
  }
}
