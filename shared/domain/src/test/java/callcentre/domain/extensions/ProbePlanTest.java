package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.EXT_101;
import static callcentre.domain.extensions.ExtensionFacts.EXT_102;
import static callcentre.domain.extensions.ExtensionFacts.START;
import static callcentre.domain.extensions.ExtensionFacts.assigned;
import static callcentre.domain.extensions.ExtensionFacts.evidence;
import static callcentre.domain.extensions.ExtensionFacts.found;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.people.Extension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbePlanTest {

  private static final Optional<ProbeRange> NO_RANGE = Optional.empty();
  private static final Instant NEXT_DAY = START.plus(Duration.ofDays(1));
  private static final Instant NEXT_WEEK = START.plus(Duration.ofDays(7)).plusSeconds(1);

  @Test
  void firstSyncTriesTheWholeRange() {
    ProbePlan plan =
        ProbePlan.of(List.of(), Optional.of(ProbeRange.parse("100-120")), Set.of(), 30, START);

    assertThat(plan.probes()).hasSize(21).startsWith(new Extension("100")).contains(EXT_101);
    assertThat(plan.postponed()).isZero();
    assertThat(plan.everybodyAsked()).isTrue();
  }

  @Test
  void whatTheOwnProfileAnsweredIsNotAskedAgain() {
    ProbePlan plan =
        ProbePlan.of(
            List.of(), Optional.of(ProbeRange.parse("100-102")), Set.of(EXT_101), 30, START);

    assertThat(plan.probes()).containsExactly(new Extension("100"), EXT_102);
  }

  @Test
  void missIsRememberedForAWeek() {
    List<ExtensionEvidence> known = List.of(evidence(new ProfileMissed(EXT_101, START)));

    assertThat(ProbePlan.of(known, NO_RANGE, Set.of(), 30, NEXT_DAY).probes()).isEmpty();
    assertThat(ProbePlan.of(known, NO_RANGE, Set.of(), 30, NEXT_WEEK).probes())
        .containsExactly(EXT_101);
  }

  @Test
  void missIsForgottenWhenSomebodyIsAssignedThere() {
    List<ExtensionEvidence> known =
        List.of(
            evidence(new ProfileMissed(EXT_101, START), assigned(EXT_101, "Sam Reed", minute(5))));

    assertThat(ProbePlan.of(known, NO_RANGE, Set.of(), 30, NEXT_DAY).probes())
        .containsExactly(EXT_101);
  }

  @Test
  void knownExtensionsAreReadAgainTheOldestFirst() {
    List<ExtensionEvidence> known =
        List.of(
            evidence(found(EXT_101, "Maria", "Lopez", minute(5))),
            evidence(found(EXT_102, "Sam", "Reed", minute(0))));

    assertThat(ProbePlan.of(known, NO_RANGE, Set.of(), 30, NEXT_DAY).probes())
        .containsExactly(EXT_102, EXT_101);
  }

  @Test
  void overTheLimitNewCandidatesGoFirstAndTheRestIsCounted() {
    List<ExtensionEvidence> known = List.of(evidence(found(EXT_101, "Maria", "Lopez", minute(0))));

    ProbePlan plan =
        ProbePlan.of(known, Optional.of(ProbeRange.parse("110-112")), Set.of(), 2, NEXT_DAY);

    assertThat(plan.probes()).containsExactly(new Extension("110"), new Extension("111"));
    assertThat(plan.postponed()).isEqualTo(2);
    assertThat(plan.everybodyAsked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "120-100", "100-200", "9-20", "100-1000000", "a-b", "100–120"})
  void aRangeThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> ProbeRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLargestRangeHasAHundredExtensions() {
    assertThat(ProbeRange.parse(" 100-199 ").extensions()).hasSize(100);
  }
}
