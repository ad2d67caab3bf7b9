package callcentre.domain.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is assigned and corrected in whatever order, each instant has at most one owner. */
class NumberOwnershipPropertyTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+18482161220");
  private static final long LAST_SECOND = 1_000;

  /**
   * A change as an administrator makes it.
   *
   * @param correctionSeconds how long before now it takes effect; empty leaves it to the rules
   */
  private record Change(Optional<OrganisationId> owner, Optional<Integer> correctionSeconds) {}

  @Property
  void ownershipNeverOverlapsAndEachInstantHasAtMostOneOwner(
      @ForAll("histories") List<Change> changes) {
    NumberOwnership ownership = apply(changes);

    for (long second = 0; second <= LAST_SECOND + changes.size(); second += 7) {
      Instant at = Instant.ofEpochSecond(second);
      assertThat(ownership.intervals().stream().filter(owned -> owned.interval().contains(at)))
          .hasSizeLessThanOrEqualTo(1);
    }
    assertThat(ownership.intervals().stream().filter(owned -> owned.interval().isOpen()))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Property
  void movingANumberNeverHandsOverItsPast(
      @ForAll("histories") List<Change> changes, @ForAll("owners") Optional<OrganisationId> owner) {
    NumberOwnership before = apply(changes);
    Instant now = nowAfter(changes);
    if (before.intervals().isEmpty()) {
      return;
    }

    NumberOwnership after = before.assign(owner, Optional.empty(), now);

    for (Instant at : instantsUntil(now)) {
      assertThat(after.ownerAt(at)).isEqualTo(before.ownerAt(at));
    }
    assertThat(after.ownerAt(now)).isEqualTo(owner);
    assertThat(after.currentOwner()).isEqualTo(owner);
  }

  @Property
  void theFirstAssignmentReachesBackToTheBeginning(@ForAll("organisations") OrganisationId owner) {
    NumberOwnership first =
        NumberOwnership.none(NUMBER)
            .assign(Optional.of(owner), Optional.empty(), Instant.ofEpochSecond(LAST_SECOND));

    assertThat(first.ownerAt(NumberOwnership.BEGINNING)).contains(owner);
  }

  @Property
  void aCorrectionChangesEverythingFromItsStartAndNothingBefore(
      @ForAll("histories") List<Change> changes,
      @ForAll("owners") Optional<OrganisationId> owner,
      @ForAll("seconds") int start) {
    NumberOwnership before = apply(changes);
    Instant now = nowAfter(changes);
    Instant from = Instant.ofEpochSecond(start);

    NumberOwnership after = before.assign(owner, Optional.of(from), now);

    for (Instant at : instantsUntil(now)) {
      assertThat(after.ownerAt(at)).isEqualTo(at.isBefore(from) ? before.ownerAt(at) : owner);
    }
  }

  @Property
  void theSameAssignmentTwiceChangesNothingTheSecondTime(
      @ForAll("histories") List<Change> changes, @ForAll("owners") Optional<OrganisationId> owner) {
    Instant now = nowAfter(changes);
    NumberOwnership once = apply(changes).assign(owner, Optional.empty(), now);

    assertThat(once.assign(owner, Optional.empty(), now.plusSeconds(5))).isSameAs(once);
  }

  @Property
  void aScopeContainsExactlyWhatItsOrganisationsOwned(@ForAll("histories") List<Change> changes) {
    NumberOwnership ownership = apply(changes);
    NumberDirectory directory = NumberDirectory.of(List.of(ownership));

    for (OrganisationId organisation : ORGANISATIONS) {
      Scope scope = directory.scopeOf(Set.of(organisation));
      for (Instant at : instantsUntil(nowAfter(changes))) {
        boolean owned = ownership.ownerAt(at).filter(organisation::equals).isPresent();
        assertThat(scope.contains(NUMBER, at)).isEqualTo(owned);
        assertThat(scope.covers(NUMBER, at, at.plusNanos(1))).isEqualTo(owned);
      }
    }
  }

  private static final List<OrganisationId> ORGANISATIONS =
      List.of(new OrganisationId("genx"), new OrganisationId("victory"), new OrganisationId("x"));

  @Provide
  Arbitrary<OrganisationId> organisations() {
    return Arbitraries.of(ORGANISATIONS);
  }

  @Provide
  Arbitrary<Optional<OrganisationId>> owners() {
    return organisations().optional();
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(0, (int) LAST_SECOND);
  }

  @Provide
  Arbitrary<List<Change>> histories() {
    return Combinators.combine(owners(), seconds().optional()).as(Change::new).list().ofMaxSize(8);
  }

  private static NumberOwnership apply(List<Change> changes) {
    NumberOwnership ownership = NumberOwnership.none(NUMBER);
    long second = LAST_SECOND;
    for (Change change : changes) {
      second++;
      Instant now = Instant.ofEpochSecond(second);
      ownership =
          ownership.assign(
              change.owner(),
              change.correctionSeconds().map(seconds -> now.minusSeconds(seconds)),
              now);
    }
    return ownership;
  }

  private static Instant nowAfter(List<Change> changes) {
    return Instant.ofEpochSecond(LAST_SECOND + changes.size() + 1);
  }

  private static List<Instant> instantsUntil(Instant now) {
    List<Instant> instants = new ArrayList<>();
    for (long second = 0; second < now.getEpochSecond(); second += 13) {
      instants.add(Instant.ofEpochSecond(second));
    }
    instants.add(now.minusNanos(1));
    return instants;
  }
}
