package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.EXT_101;
import static callcentre.domain.extensions.ExtensionFacts.found;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExtensionEvidencePropertyTest {

  @Provide
  Arbitrary<List<ExtensionFact>> facts() {
    return ExtensionFacts.factsAbout(EXT_101).list().ofMaxSize(12);
  }

  @Property
  void sameFactsInAnyOrderAnyNumberOfTimesGiveTheSameRow(
      @ForAll("facts") List<ExtensionFact> facts, @ForAll long seed) {
    List<ExtensionFact> disordered = new ArrayList<>(facts);
    disordered.addAll(facts.subList(0, facts.size() / 2));
    Collections.shuffle(disordered, new Random(seed));

    assertThat(mergeAll(disordered)).isEqualTo(mergeAll(facts));
  }

  @Property
  void anOlderFactNeverReplacesANewerOne(@ForAll("facts") List<ExtensionFact> facts) {
    ExtensionEvidence newest = mergeAll(facts).merge(found(EXT_101, "Nadia", "Novak", minute(9)));

    ExtensionEvidence after =
        newest
            .merge(found(EXT_101, "Sam", "Reed", minute(8)))
            .merge(new ProfileMissed(EXT_101, minute(8)));

    assertThat(after.isFound()).isTrue();
    assertThat(after.profile().orElseThrow().profile().fullName()).contains("Nadia Novak");
  }

  private static ExtensionEvidence mergeAll(List<ExtensionFact> facts) {
    ExtensionEvidence evidence = ExtensionEvidence.none(EXT_101);
    for (ExtensionFact fact : facts) {
      evidence = evidence.merge(fact);
    }
    return evidence;
  }
}
