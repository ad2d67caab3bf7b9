package callcentre.domain.messages.sending;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final PhoneNumber OURS = PhoneNumber.parse("+18482161220");
  private static final PhoneNumber THEIRS = PhoneNumber.parse("+13475550123");

  @Property
  void aGroupIsSettledOnlyWhenTheJournalHasARowForEachOfItsMessages(
      @ForAll @IntRange(max = 5) int sent,
      @ForAll @IntRange(max = 5) int unknown,
      @ForAll @IntRange(max = 12) int journal) {
    assertThat(new Settlement(sent, unknown, 0, journal).provesAllSent())
        .isEqualTo(journal >= sent + unknown);
  }

  @Property
  void nothingIsSettledWhileARequestOfTheGroupMayBeUnderWay(
      @ForAll @IntRange(min = 1, max = 3) int open, @ForAll @IntRange(max = 9) int journal) {
    assertThat(new Settlement(0, 1, open, journal).provesAllSent()).isFalse();
  }

  @Test
  void theCountsAreShownToThePersonWhoDecides() {
    assertThat(new Settlement(2, 1, 0, 2).sentence())
        .contains("2 were accepted", "1 are unknown", "the journal shows 2");
  }

  @Test
  void blanksAndComposedCharactersMakeNoOtherText() {
    assertThat(SendGroup.hash("Hello  world\r\n")).isEqualTo(SendGroup.hash("Hello world"));
    assertThat(SendGroup.hash("cafe\u0301")).isEqualTo(SendGroup.hash("café"));
    assertThat(SendGroup.hash("Hello")).isNotEqualTo(SendGroup.hash("hello")).hasSize(32);
  }

  @Test
  void aGroupHasTheTextTheNumbersAndTenMinutes() {
    Instant at = Instant.parse("2026-11-21T15:09:59Z");
    SendGroup group = SendGroup.of(OURS, THEIRS, "Hello", at);

    assertThat(group.start()).isEqualTo("2026-11-21T15:00:00Z");
    assertThat(group.end()).isEqualTo("2026-11-21T15:10:00Z");
    assertThat(group.moved(1)).isEqualTo(SendGroup.of(OURS, THEIRS, "Hello", at.plusSeconds(1)));
  }

  @Property
  void messagesOfANumberAreAnIntervalApart(@ForAll @IntRange(min = 1, max = 50) int messages) {
    Pace pace = new Pace(Duration.ofSeconds(1));
    Instant now = Instant.parse("2026-11-21T15:00:00Z");
    Optional<Instant> free = Optional.empty();
    for (int message = 0; message < messages; message++) {
      Pace.Slot slot = pace.take(free, now);
      assertThat(slot.at()).isEqualTo(now.plusSeconds(message));
      free = Optional.of(slot.nextFree());
    }
  }

  @Test
  void aNumberThatRestedSendsAtOnce() {
    Instant now = Instant.parse("2026-11-21T15:00:00Z");

    assertThat(new Pace(Duration.ofSeconds(1)).take(Optional.of(now.minusSeconds(60)), now).at())
        .isEqualTo(now);
  }

  @Test
  void aClaimIsGivenUpAfterItsTimeAndNotBefore() {
    Attempt attempt = new Attempt("a", Instant.parse("2026-11-21T15:00:00Z"));

    assertThat(attempt.isAbandoned(attempt.endsAt().minusMillis(1))).isFalse();
    assertThat(attempt.isAbandoned(attempt.endsAt())).isTrue();
  }
}
