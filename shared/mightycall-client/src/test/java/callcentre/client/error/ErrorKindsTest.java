package callcentre.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindsTest {

  @ParameterizedTest(name = "{0} with {1} is {2} {3}")
  @CsvSource({
    "auth-token-400-invalid_client, 400, AUTH, invalid_client",
    "auth-refresh-400-invalid_grant, 400, AUTH, invalid_grant",
    "auth-token-400-unsupported_grant_type, 400, INVALID, unsupported_grant_type",
    "error-401-unauthorized, 401, AUTH, Authorization has been denied for this request.",
    "error-403-role, 403, FORBIDDEN, TenantAccountRoleIssue",
    "error-500, 500, UNAVAILABLE, An error has occurred.",
    "error-daily-limit, 429, PROVIDER_LIMIT, Limit Exceeded",
    "error-daily-limit, 403, PROVIDER_LIMIT, Limit Exceeded",
    "error-daily-limit, 400, PROVIDER_LIMIT, Limit Exceeded",
    "profile-get-400-not-found, 400, NOT_FOUND, User profile not found",
    "profile-status-put-400, 400, INVALID, User status not found",
    "phonenumbers-get-400-not-found, 400, NOT_FOUND, Number not found",
    "calls-get-400-not-found, 400, NOT_FOUND, Call not found",
    "voicemails-get-400-not-found, 400, NOT_FOUND, Voicemail not found",
    "calls-list-400, 400, INVALID, The request is invalid.",
    "calls-makecall-400, 400, INVALID, The request is invalid.",
    "journal-requests-list-400, 400, INVALID, FilterParamsMalformed",
    "journal-request-get-400, 400, INVALID, RequestIdHasInvalidFormat",
    "journal-request-get-404, 404, NOT_FOUND, RequestIsNotFound",
    "journal-wfstate-404-invalid, 404, INVALID, WorkflowStateInvalid",
    "journal-flags-400-invalid, 400, INVALID, FlagsInvalid",
    "contacts-get-400, 400, INVALID, ContactIdHasInvalidFormat",
    "contacts-get-404, 404, NOT_FOUND, ContactIsNotFound",
    "contacts-bulk-delete-404, 404, NOT_FOUND, ContactIsNotFound",
    "contacts-create-400-malformed, 400, INVALID, ContactDataMalformed",
    "contacts-create-403-limit, 403, CONFLICT, ContactsLimitExceeded",
    "contacts-create-409-intersection, 409, CONFLICT, ContactRecordsIntersection",
    "contacts-412-modified, 412, CONFLICT, ContactWasModified",
    "contacts-tags-add-400, 400, INVALID, TagIsInvalid",
    "contacts-channel-400, 400, INVALID, ChannelDataMalformed",
    "contactcenter-contact-delete-403, 403, FORBIDDEN, AccessDenied",
    "contactcenter-communications-400, 400, INVALID, InvalidParameters",
    "messages-send-400, 400, INVALID, The request is invalid.",
    "messages-send-403, 403, FORBIDDEN, Failed to send message.",
    "messages-send-429, 429, RATE_LIMITED, Too many requests. Retry after 2026-09-14T19:04:00.0000000 UTC",
  })
  void everyErrorSampleHasItsKind(String sample, int status, ErrorKind kind, String code) {
    ProviderError error = ProviderError.read(Samples.read(sample));

    assertThat(ErrorKinds.of(status, error)).isEqualTo(kind);
    assertThat(error.code()).contains(code);
  }

  /** Lesson: "nothing but 404 for months". */
  @Test
  void anUnknownRouteIsNeverTakenForAMissingRecord() {
    assertThat(kind(404, Samples.read("error-404-unknown-route")))
        .isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(kind(404, "<html><h1>404 Not Found</h1></html>"))
        .isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
    assertThat(kind(404, "")).isEqualTo(ErrorKind.UNEXPECTED_ANSWER);
  }

  @ParameterizedTest(name = "{0} with the body {1} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "400|''|INVALID",
        "400|<html>Bad Request</html>|INVALID",
        "403|<html>403 - Limit exceeded</html>|PROVIDER_LIMIT",
        "403|{\"message\":\"too many requests\"}|PROVIDER_LIMIT",
        "429|''|PROVIDER_LIMIT",
        "429|{\"message\":\"Too many requests. Retry after soon\"}|RATE_LIMITED",
        "200|<html/>|UNEXPECTED_ANSWER",
        "302|''|UNEXPECTED_ANSWER",
        "405|{\"message\":\"The requested resource does not support http method\"}|UNEXPECTED_ANSWER",
        "408|''|UNAVAILABLE",
        "409|''|CONFLICT",
        "415|''|UNEXPECTED_ANSWER",
        "500|{\"errorCode\":\"ContactIsNotFound\"}|UNAVAILABLE",
        "502|<html/>|UNAVAILABLE",
        "503|not json|UNAVAILABLE",
        "403|{\"errorCode\":\"SomethingNew\",\"message\":\"no\"}|FORBIDDEN",
        "404|{\"errorCode\":\"SomethingNewIsNotFound\"}|NOT_FOUND",
      })
  void bodiesThatNobodyDocumentedHaveAKindToo(int status, String body, ErrorKind kind) {
    assertThat(kind(status, body)).isEqualTo(kind);
  }

  @Test
  void theTimeOfTheSendersLimitIsReadFromTheSentence() {
    ProviderError error = ProviderError.read(Samples.read("messages-send-429"));

    assertThat(ErrorKinds.retryAt(error)).contains(Instant.parse("2026-09-14T19:04:00Z"));
  }

  @Test
  void theModelStateIsKeptByParameter() {
    assertThat(ProviderError.read(Samples.read("calls-makecall-400")).modelState())
        .containsKey("model.From");
    assertThat(ProviderError.read("{\"message\":\"m\",\"modelState\":{\"a\":\"b\"}}").modelState())
        .containsEntry("a", List.of("b"));
  }

  @Test
  void aCodeShowsNoNumberNoSecretAndNoMoreThanItMust() {
    ProviderError error =
        ProviderError.read(
            "{\"message\":\"No +13125550199 for api_key=abcdef123456\\n" + "x".repeat(500) + "\"}");

    assertThat(error.code().orElseThrow())
        .hasSizeLessThanOrEqualTo(120)
        .doesNotContain("3125550199", "abcdef123456", "\n");
  }

  private static ErrorKind kind(int status, String body) {
    return ErrorKinds.of(status, ProviderError.read(body));
  }
}
