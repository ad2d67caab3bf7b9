package callcentre.domain.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberOwnershipTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+18482161220");
  private static final PhoneNumber OTHER = new PhoneNumber("+13123194556");
  private static final OrganisationId GENX = new OrganisationId("genx");
  private static final OrganisationId VICTORY = new OrganisationId("victory");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void aStartInTheFutureOrBeforeTheBeginningIsRefused() {
    NumberOwnership none = NumberOwnership.none(NUMBER);

    assertThatThrownBy(() -> none.assign(Optional.of(GENX), Optional.of(NOW.plusSeconds(1)), NOW))
        .isInstanceOf(InvalidAssignmentException.class)
        .hasMessageContaining("future");
    assertThatThrownBy(
            () -> none.assign(Optional.of(GENX), Optional.of(Instant.EPOCH.minusNanos(1)), NOW))
        .isInstanceOf(InvalidAssignmentException.class);
  }

  @Test
  void anUnassignedNumberThatIsAssignedAgainStartsNow() {
    NumberOwnership ownership =
        NumberOwnership.none(NUMBER)
            .assign(Optional.of(GENX), Optional.empty(), NOW)
            .assign(Optional.empty(), Optional.empty(), NOW.plusSeconds(10))
            .assign(Optional.of(VICTORY), Optional.empty(), NOW.plusSeconds(20));

    assertThat(ownership.ownerAt(NOW.plusSeconds(9))).contains(GENX);
    assertThat(ownership.ownerAt(NOW.plusSeconds(10))).isEmpty();
    assertThat(ownership.ownerAt(NOW.plusSeconds(19))).isEmpty();
    assertThat(ownership.ownerAt(NOW.plusSeconds(20))).contains(VICTORY);
  }

  @Test
  void whatIsAddedUpOverAStretchBelongsToWhoOwnedTheNumberThroughAllOfIt() {
    Instant moved = NOW.plusSeconds(60);
    NumberOwnership ownership =
        NumberOwnership.none(NUMBER)
            .assign(Optional.of(GENX), Optional.of(NOW), NOW)
            .assign(Optional.of(VICTORY), Optional.empty(), moved);

    assertThat(ownership.ownerThroughout(NOW, moved)).contains(GENX);
    assertThat(ownership.ownerThroughout(moved, moved.plusSeconds(60))).contains(VICTORY);
    assertThat(ownership.ownerThroughout(NOW, moved.plusNanos(1))).isEmpty();
    assertThat(ownership.ownerThroughout(NOW.minusNanos(1), moved)).isEmpty();
    assertThat(NumberOwnership.none(NUMBER).ownerThroughout(NOW, moved)).isEmpty();
  }

  @Test
  void overlappingIntervalsCannotEvenBeMade() {
    OwnedInterval open = new OwnedInterval(GENX, Interval.since(NOW));
    OwnedInterval later = new OwnedInterval(VICTORY, Interval.since(NOW.plusSeconds(5)));

    assertThatThrownBy(() -> new NumberOwnership(NUMBER, List.of(later, open)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("overlap");
  }

  @Test
  void anIntervalThatEndsWhenItStartsCannotBeMade() {
    assertThatThrownBy(() -> new Interval(NOW, Optional.of(NOW)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDirectoryKnowsWhatIsOwnedNowAndForANumberNeverAssignedNobody() {
    NumberDirectory directory =
        NumberDirectory.of(
            List.of(
                NumberOwnership.none(NUMBER)
                    .assign(Optional.of(GENX), Optional.empty(), NOW)
                    .assign(Optional.of(VICTORY), Optional.empty(), NOW.plusSeconds(1))));

    assertThat(directory.ownedNow(Set.of(GENX))).isEmpty();
    assertThat(directory.ownedNow(Set.of(VICTORY))).containsExactly(NUMBER);
    assertThat(directory.currentOwner(OTHER)).isEmpty();
    assertThat(directory.scopeOf(Set.of(GENX)).contains(NUMBER, NOW)).isTrue();
    assertThat(directory.scopeOf(Set.of()).isEmpty()).isTrue();
  }

  @Test
  void aStretchIsCoveredOnlyWithoutAGap() {
    Scope scope =
        new Scope.Owned(
            Map.of(
                NUMBER,
                List.of(
                    Interval.since(NOW.plusSeconds(20)),
                    new Interval(NOW, Optional.of(NOW.plusSeconds(10))),
                    new Interval(NOW.plusSeconds(10), Optional.of(NOW.plusSeconds(15))))));

    assertThat(scope.covers(NUMBER, NOW, NOW.plusSeconds(15))).isTrue();
    assertThat(scope.covers(NUMBER, NOW, NOW.plusSeconds(16))).isFalse();
    assertThat(scope.covers(NUMBER, NOW.minusSeconds(1), NOW.plusSeconds(5))).isFalse();
    assertThat(scope.covers(NUMBER, NOW.plusSeconds(20), NOW.plusSeconds(9_999))).isTrue();
    assertThat(scope.covers(OTHER, NOW, NOW.plusSeconds(1))).isFalse();
    assertThat(new Scope.Everything().covers(OTHER, NOW, NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void anOrganisationsIdIsShortAndPlain() {
    assertThat(new OrganisationId("Org_1-a")).hasToString("Org_1-a");
    for (String bad : List.of("", "a b", "ü", "a/b", "x".repeat(65))) {
      assertThatThrownBy(() -> new OrganisationId(bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
