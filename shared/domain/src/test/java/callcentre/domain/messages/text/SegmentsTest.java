package callcentre.domain.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {

  @Test
  void aTextOf160SeptetsIsOneSegmentAndOneMoreMakesTwo() {
    assertThat(Segments.of("a".repeat(160)).count()).isEqualTo(1);
    assertThat(Segments.of("a".repeat(161)).count()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
  }

  @Test
  void aCharacterOfTheExtensionTableCountsTwice() {
    assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
    assertThat(Segments.of("€".repeat(80) + "a").count()).isEqualTo(2);
  }

  @Test
  void anEscapedCharacterIsNotCutAtTheEndOfASegment() {
    Segments segments = Segments.of("a".repeat(152) + "{" + "a".repeat(152));

    assertThat(segments.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(segments.parts()).hasSize(3).first().isEqualTo("a".repeat(152));
  }

  @Test
  void oneCharacterOutsideTheAlphabetMakesTheWholeTextUcs2() {
    Segments alone = Segments.of("ж" + "a".repeat(69));

    assertThat(alone.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(alone.count()).isEqualTo(1);
    assertThat(Segments.of("ж" + "a".repeat(70)).count()).isEqualTo(2);
    assertThat(Segments.of("ж" + "a".repeat(133)).count()).isEqualTo(2);
    assertThat(Segments.of("ж" + "a".repeat(134)).count()).isEqualTo(3);
  }

  @Test
  void anEmojiIsTwoUnitsAndNeverCutInTwo() {
    assertThat(Segments.of("😀".repeat(35)).count()).isEqualTo(1);

    Segments long36 = Segments.of("😀".repeat(36));
    assertThat(long36.parts()).containsExactly("😀".repeat(33), "😀".repeat(3));
  }

  @Test
  void lettersOfTheAlphabetBeyondAsciiStayGsm7() {
    assertThat(Segments.of("Ça coûte 5£, Ελλάδα").encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(Segments.of("ÄÖÜäöüß ñ é ΔΦΓΛΩ §¿¡").encoding()).isEqualTo(Encoding.GSM_7);
  }

  @Test
  void nothingIsNoSegment() {
    assertThat(Segments.of("").count()).isZero();
  }
}
