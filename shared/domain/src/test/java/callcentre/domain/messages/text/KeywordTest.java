package callcentre.domain.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "“STOP”",
        "stop!!",
        "STOPALL",
        "Stop  all",
        "unsubscribe",
        "Cancel",
        "END",
        "quit",
        "opt-out",
        "Opt out",
        "optout",
        "revoke"
      })
  void everyWordOfTheStopFamilyStops(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "start.", "Unstop"})
  void startTakesAStopBack(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help?", "info"})
  void helpAsks(String text) {
    assertThat(Keyword.of(text)).contains(Keyword.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not stop", "stop by tomorrow", "the weekend", "nonstop", "please cancel my order",
        "yes", "", "...", "stop start", "startup"
      })
  void aWordInsideATextIsNoKeyword(String text) {
    assertThat(Keyword.of(text)).isEmpty();
  }
}
