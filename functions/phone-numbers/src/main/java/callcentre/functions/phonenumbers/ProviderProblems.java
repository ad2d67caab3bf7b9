package callcentre.functions.phonenumbers;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.MightyCallException;
import java.time.Duration;
import java.time.Instant;

/**
 * What a failure of the provider answers. The only request of this function deletes a number, so an
 * answer never invites to repeat what may have been done: only a refusal before anything was sent
 * says that trying again helps.
 */
final class ProviderProblems {

  private static final String PERHAPS_DONE =
      " The number may be gone all the same; sync the numbers to see.";
  private static final String NOT_DONE = " The number was not deleted.";

  private ProviderProblems() {}

  static ApiException answer(MightyCallException failure, Instant now) {
    ApiException answer =
        switch (failure.kind()) {
          case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> of(ErrorCode.RATE_BUDGET_EXHAUSTED, failure, "");
          case RATE_LIMITED -> of(ErrorCode.TOO_MANY_REQUESTS, failure, "");
          case TIMEOUT ->
              of(ErrorCode.MIGHTYCALL_TIMEOUT, failure, outcome(failure))
                  .retryable(!failure.isSent());
          case UNAVAILABLE, UNEXPECTED_ANSWER ->
              of(ErrorCode.MIGHTYCALL_ERROR, failure, outcome(failure))
                  .retryable(!failure.isSent());
          case AUTH, FORBIDDEN, NOT_FOUND, INVALID, CONFLICT ->
              of(ErrorCode.MIGHTYCALL_ERROR, failure, NOT_DONE);
        };
    failure.status().ifPresent(status -> answer.member("provider_status", status));
    failure.code().ifPresent(code -> answer.member("provider_code", code));
    failure
        .retryAt()
        .map(at -> Duration.between(now, at))
        .ifPresent(wait -> answer.retryAfter(wait.isNegative() ? Duration.ZERO : wait));
    return answer;
  }

  private static String outcome(MightyCallException failure) {
    return failure.isSent() ? PERHAPS_DONE : NOT_DONE;
  }

  private static ApiException of(ErrorCode code, MightyCallException failure, String outcome) {
    return ApiException.of(code, failure.getMessage() + outcome, failure);
  }
}
