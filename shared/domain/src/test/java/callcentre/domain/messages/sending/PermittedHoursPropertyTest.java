package callcentre.domain.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.organisations.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PermittedHoursPropertyTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  @Property(tries = 300)
  void aMessageGoesOutAtTheFirstMinuteAtWhichItIsNowhereQuiet(
      @ForAll("moments") Instant now,
      @ForAll("zones") Set<ZoneId> zones,
      @ForAll("quiets") QuietHours quiet) {
    Optional<Instant> at = new PermittedHours(quiet, zones).firstFrom(now);

    Instant minute = now;
    Instant until = at.orElse(now.plus(Duration.ofDays(2)));
    for (; minute.isBefore(until); minute = minute.plusSeconds(60)) {
      assertThat(isQuiet(quiet, zones, minute)).as("quiet at %s", minute).isTrue();
    }
    at.ifPresent(first -> assertThat(isQuiet(quiet, zones, first)).isFalse());
  }

  @Test
  void aNumberWithSeveralZonesWaitsForAllOfThem() {
    Instant halfPastEightInNewYork = Instant.parse("2026-11-23T13:30:00Z");

    assertThat(new PermittedHours(NIGHT, Set.of(NEW_YORK)).firstFrom(halfPastEightInNewYork))
        .contains(halfPastEightInNewYork);
    assertThat(
            new PermittedHours(NIGHT, Set.of(NEW_YORK, CHICAGO)).firstFrom(halfPastEightInNewYork))
        .contains(Instant.parse("2026-11-23T14:00:00Z"));
  }

  @Test
  void theMorningAfterTheClocksChangeIsTheNewMorning() {
    Instant eveningBeforeSpring = Instant.parse("2026-03-08T03:00:00Z");

    assertThat(new PermittedHours(NIGHT, Set.of(NEW_YORK)).firstFrom(eveningBeforeSpring))
        .contains(Instant.parse("2026-03-08T12:00:00Z"));
  }

  @Test
  void whereItIsAlwaysQuietSomewhereThereIsNoSuchMoment() {
    QuietHours almostAllDay = new QuietHours(LocalTime.of(10, 0), LocalTime.of(9, 0));

    assertThat(
            new PermittedHours(almostAllDay, Set.of(NEW_YORK, HONOLULU))
                .firstFrom(Instant.parse("2026-11-23T13:30:00Z")))
        .isEmpty();
  }

  private static boolean isQuiet(QuietHours quiet, Set<ZoneId> zones, Instant at) {
    return zones.stream().anyMatch(zone -> quiet.contains(at.atZone(zone).toLocalTime()));
  }

  @Provide
  Arbitrary<Instant> moments() {
    long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    return Arbitraries.longs()
        .between(0, 366L * 24 * 60)
        .map(minutes -> Instant.ofEpochSecond(start + minutes * 60));
  }

  @Provide
  Arbitrary<Set<ZoneId>> zones() {
    return Arbitraries.of(
            NEW_YORK,
            CHICAGO,
            HONOLULU,
            ZoneId.of("America/Phoenix"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Europe/London"))
        .set()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<QuietHours> quiets() {
    Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
    return quarters.flatMap(
        from ->
            Arbitraries.integers()
                .between(1, 95)
                .map(
                    length ->
                        new QuietHours(
                            LocalTime.MIDNIGHT.plusMinutes(15L * from),
                            LocalTime.MIDNIGHT.plusMinutes(15L * (from + length)))));
  }
}
