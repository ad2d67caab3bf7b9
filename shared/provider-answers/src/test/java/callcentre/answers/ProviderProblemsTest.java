package callcentre.answers;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.answers.ProviderProblems.Outcome;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.MightyCallException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What people are told of failures, by what may have happened and what trying again would do. */
class ProviderProblemsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Outcome OUTCOME = new Outcome("Not done.", "Perhaps done.");

  private final MightyCallException lost = MightyCallException.timeout("makecall", null);
  private final MightyCallException strange =
      MightyCallException.unexpectedAnswer("makecall", 200, "an empty body");

  @Test
  void aLostAnswerSaysThatItMayHaveBeenDone() {
    ApiException answer = ProviderProblems.ofWrite(lost, OUTCOME, Repetition.DOES_IT_TWICE, NOW);

    assertThat(answer.code()).isEqualTo(ErrorCode.MIGHTYCALL_TIMEOUT);
    assertThat(answer.detail()).endsWith(" Perhaps done.");
  }

  @Test
  void nobodyIsInvitedToRepeatWhatWouldBeDoneTwice() {
    assertThat(ProviderProblems.ofWrite(lost, OUTCOME, Repetition.DOES_IT_TWICE, NOW).isRetryable())
        .isFalse();
    assertThat(ProviderProblems.ofWrite(lost, OUTCOME, Repetition.HARMLESS, NOW).isRetryable())
        .isTrue();
    assertThat(ProviderProblems.ofQuestion(lost, NOW).isRetryable()).isTrue();
  }

  @Test
  void whatWasNeverSentWasNotDoneAndMayBeTriedAgain() {
    ApiException answer =
        ProviderProblems.ofWrite(lost.beforeSending(), OUTCOME, Repetition.DOES_IT_TWICE, NOW);

    assertThat(answer.detail()).endsWith(" Not done.");
    assertThat(answer.isRetryable()).isTrue();
  }

  @Test
  void anAnswerThatNobodyKnowsIsTheProvidersErrorWithItsStatus() {
    ApiException answer = ProviderProblems.ofWrite(strange, OUTCOME, Repetition.DOES_IT_TWICE, NOW);

    assertThat(answer.code()).isEqualTo(ErrorCode.MIGHTYCALL_ERROR);
    assertThat(answer.members()).containsEntry("provider_status", 200);
    assertThat(answer.detail()).endsWith(": an empty body. Perhaps done.");
  }
}
