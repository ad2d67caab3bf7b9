package callcentre.domain.voicemails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VoicemailEvidencePropertyTest {

  @Provide
  Arbitrary<List<VoicemailFact>> facts() {
    return VoicemailFacts.about().list().ofMaxSize(12);
  }

  @Property
  void sameFactsInAnyOrderAnyNumberOfTimesGiveTheSameRow(
      @ForAll("facts") List<VoicemailFact> facts, @ForAll long seed) {
    List<VoicemailFact> disordered = new ArrayList<>(facts);
    disordered.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(disordered, new Random(seed));
    VoicemailEvidence merged = VoicemailEvidence.NONE;
    for (VoicemailFact fact : disordered) {
      merged = merged.with(fact);
    }

    assertThat(merged).isEqualTo(new VoicemailEvidence(facts));
    if (merged.isDescribed()) {
      assertThat(merged.view()).isEqualTo(new VoicemailEvidence(facts).view());
    }
  }

  @Property
  void evidencesMergedInAnyGroupingAreTheSame(
      @ForAll("facts") List<VoicemailFact> one,
      @ForAll("facts") List<VoicemailFact> two,
      @ForAll("facts") List<VoicemailFact> three) {
    VoicemailEvidence a = new VoicemailEvidence(one);
    VoicemailEvidence b = new VoicemailEvidence(two);
    VoicemailEvidence c = new VoicemailEvidence(three);

    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
    assertThat(a.merge(b)).isEqualTo(b.merge(a));
    assertThat(a.merge(b).merge(a)).isEqualTo(a.merge(b));
  }

  @Property
  void whatTheLastWordCallsGoneIsRemoved(@ForAll("facts") List<VoicemailFact> facts) {
    VoicemailEvidence evidence =
        new VoicemailEvidence(facts)
            .with(new VoicemailFact.Absence(VoicemailFacts.JOURNAL, VoicemailFacts.minute(9)));
    Assume.that(evidence.isDescribed());

    assertThat(evidence.view().removed()).isTrue();
    assertThat(evidence.view().hasAudio()).isFalse();
  }

  @Property
  void partingWhatWasJoinedLosesNothing(@ForAll("facts") List<VoicemailFact> facts) {
    VoicemailEvidence evidence = new VoicemailEvidence(facts);

    assertThat(evidence.withoutListed().merge(evidence.listedOnly())).isEqualTo(evidence);
  }
}
