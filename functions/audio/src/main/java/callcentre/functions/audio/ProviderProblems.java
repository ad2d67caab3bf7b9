package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.MightyCallException;
import java.time.Duration;
import java.time.Instant;

/** What a failure of the provider answers. Playing changes nothing, so trying again never harms. */
final class ProviderProblems {

  private ProviderProblems() {}

  static ApiException answer(MightyCallException failure, Instant now) {
    ApiException answer =
        ApiException.of(code(failure), String.valueOf(failure.getMessage()), failure)
            .retryable(failure.kind().isRetryable());
    failure.status().ifPresent(status -> answer.member("provider_status", status));
    failure.code().ifPresent(code -> answer.member("provider_code", code));
    failure
        .retryAt()
        .map(at -> Duration.between(now, at))
        .ifPresent(wait -> answer.retryAfter(wait.isNegative() ? Duration.ZERO : wait));
    return answer;
  }

  private static ErrorCode code(MightyCallException failure) {
    return switch (failure.kind()) {
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> ErrorCode.RATE_BUDGET_EXHAUSTED;
      case RATE_LIMITED -> ErrorCode.TOO_MANY_REQUESTS;
      case TIMEOUT -> ErrorCode.MIGHTYCALL_TIMEOUT;
      case UNAVAILABLE, UNEXPECTED_ANSWER, AUTH, FORBIDDEN, NOT_FOUND, INVALID, CONFLICT ->
          ErrorCode.MIGHTYCALL_ERROR;
    };
  }
}
