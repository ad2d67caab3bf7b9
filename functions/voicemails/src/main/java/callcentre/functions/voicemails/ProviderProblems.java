package callcentre.functions.voicemails;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.MightyCallException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a failure of the provider answers. Every write here says what shall be, so sending it again
 * does no harm.
 */
final class ProviderProblems {

  private static final String PERHAPS = " It may have been done; sending it again does no harm.";
  private static final String NOTHING = " Nothing was changed.";

  private ProviderProblems() {}

  static ApiException of(MightyCallException failure, Instant now) {
    ApiException answer =
        switch (failure.kind()) {
          case NOT_FOUND ->
              ApiException.of(
                  ErrorCode.NOT_FOUND,
                  "MightyCall has no journal record of this voicemail any more." + NOTHING,
                  failure);
          case BUDGET_EXHAUSTED, PROVIDER_LIMIT ->
              of(ErrorCode.RATE_BUDGET_EXHAUSTED, failure, NOTHING);
          case RATE_LIMITED -> of(ErrorCode.TOO_MANY_REQUESTS, failure, NOTHING);
          case TIMEOUT -> of(ErrorCode.MIGHTYCALL_TIMEOUT, failure, PERHAPS);
          case UNAVAILABLE, UNEXPECTED_ANSWER ->
              of(ErrorCode.MIGHTYCALL_ERROR, failure, PERHAPS).retryable(true);
          case AUTH, FORBIDDEN, INVALID, CONFLICT ->
              of(ErrorCode.MIGHTYCALL_ERROR, failure, NOTHING);
        };
    failure.status().ifPresent(status -> answer.member("provider_status", status));
    failure.code().ifPresent(code -> answer.member("provider_code", code));
    failure
        .retryAt()
        .map(at -> Duration.between(now, at))
        .ifPresent(wait -> answer.retryAfter(wait.isNegative() ? Duration.ZERO : wait));
    return answer;
  }

  private static ApiException of(ErrorCode code, MightyCallException failure, String outcome) {
    return ApiException.of(code, failure.getMessage() + outcome, failure);
  }
}
