package callcentre.functions.calls.writing;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.error.MightyCallException;
import callcentre.domain.validation.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a failure of the provider answers. */
public final class ProviderProblems {

  private ProviderProblems() {}

  /**
   * For a change of a journal record: it says what shall be, so sending it again does no harm.
   *
   * @param now when the answer is given
   */
  public static ApiException ofChange(MightyCallException failure, Instant now) {
    ApiException answer =
        switch (failure.kind()) {
          case NOT_FOUND ->
              ApiException.of(
                  ErrorCode.NOT_FOUND,
                  "MightyCall has no journal record of this call any more. Nothing was changed.",
                  failure);
          case BUDGET_EXHAUSTED, PROVIDER_LIMIT ->
              of(ErrorCode.RATE_BUDGET_EXHAUSTED, failure, " Nothing was changed.");
          case RATE_LIMITED -> of(ErrorCode.TOO_MANY_REQUESTS, failure, " Nothing was changed.");
          case TIMEOUT ->
              of(
                  ErrorCode.MIGHTYCALL_TIMEOUT,
                  failure,
                  " It may have been changed; sending it again does no harm.");
          case UNAVAILABLE, UNEXPECTED_ANSWER ->
              of(
                      ErrorCode.MIGHTYCALL_ERROR,
                      failure,
                      " It may have been changed; sending it again does no harm.")
                  .retryable(true);
          case AUTH, FORBIDDEN, INVALID, CONFLICT ->
              of(ErrorCode.MIGHTYCALL_ERROR, failure, " Nothing was changed.");
        };
    return detailed(answer, failure, now);
  }

  /**
   * For a call that was to be made: an answer never invites to repeat what may have been done. Only
   * a refusal before anything was sent says that trying again helps.
   *
   * @param now when the answer is given
   */
  public static ApiException ofDialling(MightyCallException failure, Instant now) {
    String perhaps = " The call may have been started all the same: look at the phone first.";
    String not = " No call was started.";
    ApiException answer =
        switch (failure.kind()) {
          case BUDGET_EXHAUSTED, PROVIDER_LIMIT ->
              of(ErrorCode.RATE_BUDGET_EXHAUSTED, failure, not);
          case RATE_LIMITED -> of(ErrorCode.TOO_MANY_REQUESTS, failure, not);
          case TIMEOUT -> of(ErrorCode.MIGHTYCALL_TIMEOUT, failure, perhaps).retryable(false);
          case UNAVAILABLE, UNEXPECTED_ANSWER -> of(ErrorCode.MIGHTYCALL_ERROR, failure, perhaps);
          case INVALID -> refusedInput(failure);
          case AUTH, FORBIDDEN, NOT_FOUND, CONFLICT -> of(ErrorCode.MIGHTYCALL_ERROR, failure, not);
        };
    return detailed(answer, failure, now);
  }

  /** The provider names {@code model.From} and {@code model.To} (MightyCall reference 3.1). */
  private static ApiException refusedInput(MightyCallException failure) {
    List<FieldError> fields =
        failure.modelState().keySet().stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
            .filter(name -> name.equals("from") || name.equals("to"))
            .sorted()
            .distinct()
            .map(name -> new FieldError(name, "is refused by MightyCall"))
            .toList();
    return fields.isEmpty()
        ? of(ErrorCode.MIGHTYCALL_ERROR, failure, " No call was started.")
        : ApiException.invalid(fields);
  }

  private static ApiException detailed(
      ApiException answer, MightyCallException failure, Instant now) {
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
