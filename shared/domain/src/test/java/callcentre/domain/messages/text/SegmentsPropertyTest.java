package callcentre.domain.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SegmentsPropertyTest {

  @Property
  void theSegmentsAreTheTextAndEachFitsAndNoCharacterIsCut(@ForAll("texts") String text) {
    Segments segments = Segments.of(text);
    int room =
        segments.count() == 1
            ? segments.encoding().unitsAlone()
            : segments.encoding().unitsOfPart();

    assertThat(String.join("", segments.parts())).isEqualTo(text);
    for (String part : segments.parts()) {
      assertThat(part).isNotEmpty();
      assertThat(part.codePoints().map(segments.encoding()::unitsOf).sum())
          .isLessThanOrEqualTo(room);
      assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
    }
  }

  @Property
  void aLongerTextNeverCostsLess(@ForAll("texts") String text, @ForAll("texts") String more) {
    assertThat(Segments.of(text + more).count()).isGreaterThanOrEqualTo(Segments.of(text).count());
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.strings().alpha().ofMaxLength(40)),
            Tuple.of(4, Arbitraries.of("€", "{", "}", "~", "\n", "ß", "Ω", "@")),
            Tuple.of(1, Arbitraries.of("😀", "👩‍👩‍👧", "ж", "’", "漢")));
    return pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
  }
}
