package callcentre.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderWordTest {

  private enum State {
    VOICE_MAIL,
    MISSED
  }

  @Test
  void letterCaseAndUnderscoresDoNotMatter() {
    assertThat(ProviderWord.read("voiceMail", State.class).is(State.VOICE_MAIL)).isTrue();
    assertThat(ProviderWord.read("VoiceMail", State.class).is(State.VOICE_MAIL)).isTrue();
    assertThat(ProviderWord.read("MISSED", State.class).is(State.MISSED)).isTrue();
  }

  @Test
  void anUnknownWordIsKeptAsItWasWritten() {
    ProviderWord<State> word = ProviderWord.read("outCamp", State.class);

    assertThat(word.known()).isEmpty();
    assertThat(word.written()).isEqualTo("outCamp");
    assertThat(word.is(State.MISSED)).isFalse();
  }

  /** Lesson: "unanswered rings counted as answered". */
  @Test
  void aWordIsNeverFoundInsideAnother() {
    assertThat(ProviderWord.read("NotMissed", State.class).known()).isEmpty();
  }
}
