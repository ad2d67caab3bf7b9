package callcentre.answers;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a failure of the provider answers: one table of codes for all routes (contract: "Errors").
 */
public final class ProviderProblems {

  private ProviderProblems() {}

  /**
   * What became of the request, in words for people.
   *
   * @param notDone when it is certain that nothing happened, for example {@code Nothing was
   *     changed.}
   * @param perhapsDone when an answer got lost
   */
  public record Outcome(String notDone, String perhapsDone) {

    private String after(MightyCallException failure) {
      return switch (failure.kind()) {
        case TIMEOUT, UNAVAILABLE, UNEXPECTED_ANSWER -> failure.isSent() ? perhapsDone : notDone;
        case AUTH,
            FORBIDDEN,
            NOT_FOUND,
            INVALID,
            CONFLICT,
            RATE_LIMITED,
            BUDGET_EXHAUSTED,
            PROVIDER_LIMIT ->
            notDone;
      };
    }
  }

  /** For a request that only asks: it changed nothing, and may be repeated. */
  public static ApiException ofQuestion(MightyCallException failure, Instant now) {
    ApiException answer =
        ApiException.of(code(failure.kind()), sentence(failure), failure)
            .retryable(failure.kind().isRetryable());
    return detailed(answer, failure, now);
  }

  /**
   * For a request that was to do something.
   *
   * @param outcome what the answer says of what was done
   * @param now when the answer is given
   */
  public static ApiException ofWrite(
      MightyCallException failure, Outcome outcome, Repetition repetition, Instant now) {
    ApiException answer =
        ApiException.of(
                code(failure.kind()), sentence(failure) + " " + outcome.after(failure), failure)
            .retryable(helps(failure, repetition));
    return detailed(answer, failure, now);
  }

  /**
   * An answer of a function's own to a failure, with what the provider said.
   *
   * @param now when the answer is given
   */
  public static ApiException detailed(
      ApiException answer, MightyCallException failure, Instant now) {
    failure.status().ifPresent(status -> answer.member("provider_status", status));
    failure.code().ifPresent(code -> answer.member("provider_code", code));
    failure
        .retryAt()
        .map(at -> Duration.between(now, at))
        .ifPresent(wait -> answer.retryAfter(wait.isNegative() ? Duration.ZERO : wait));
    return answer;
  }

  private static String sentence(MightyCallException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.endsWith(".") ? message : message + ".";
  }

  private static ErrorCode code(ErrorKind kind) {
    return switch (kind) {
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> ErrorCode.RATE_BUDGET_EXHAUSTED;
      case RATE_LIMITED -> ErrorCode.TOO_MANY_REQUESTS;
      case TIMEOUT -> ErrorCode.MIGHTYCALL_TIMEOUT;
      case UNAVAILABLE, UNEXPECTED_ANSWER, AUTH, FORBIDDEN, NOT_FOUND, INVALID, CONFLICT ->
          ErrorCode.MIGHTYCALL_ERROR;
    };
  }

  /** A refusal before anything was sent may always be repeated; the rest only where harmless. */
  private static boolean helps(MightyCallException failure, Repetition repetition) {
    return switch (failure.kind()) {
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT, RATE_LIMITED -> true;
      case TIMEOUT, UNAVAILABLE, UNEXPECTED_ANSWER ->
          repetition == Repetition.HARMLESS || !failure.isSent();
      case AUTH, FORBIDDEN, NOT_FOUND, INVALID, CONFLICT -> false;
    };
  }
}
