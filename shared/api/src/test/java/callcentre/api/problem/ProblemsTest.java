package callcentre.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.MissingConfigurationException;
import callcentre.domain.validation.FieldError;
import callcentre.domain.validation.InvalidFieldsException;
import callcentre.storage.Table;
import callcentre.storage.VersionConflictException;
import callcentre.storage.cursors.InvalidCursorException;
import callcentre.storage.database.MalformedItemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class ProblemsTest {

  private final Problems problems = new Problems(List.of());

  @Test
  void whatNobodyKnowsIsAnInternalErrorWithoutAnyDetail() {
    String body = problems.render(new IllegalStateException("token=abc"), "r-1").getBody();
    assertThat(body).contains("internal_error").contains("r-1").doesNotContain("abc");
  }

  @Test
  void missingConfigurationIs503AndNamesIt() {
    ApiException answer =
        problems.classify(
            new CompletionException(
                new MissingConfigurationException(List.of("STAGE", "SYNC_QUEUE_URL"))));
    assertThat(answer.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
    assertThat(answer.detail()).contains("STAGE").contains("SYNC_QUEUE_URL");
    assertThat(answer.members()).containsEntry("missing", List.of("STAGE", "SYNC_QUEUE_URL"));
  }

  @Test
  void throttledAndUnreachableTablesAre503WithRetryAfter() {
    for (Throwable failure :
        List.of(
            refused(400, "ThrottlingException"),
            refused(400, "ProvisionedThroughputExceededException"),
            refused(500, "InternalServerError"),
            SdkClientException.create("Unable to execute HTTP request"),
            TransactionCanceledException.builder()
                .statusCode(400)
                .cancellationReasons(
                    CancellationReason.builder().code("TransactionConflict").build())
                .build())) {
      ApiException answer = problems.classify(failure);
      assertThat(answer.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
      assertThat(answer.isRetryable()).isTrue();
      assertThat(answer.headers()).containsEntry("Retry-After", "2");
      assertThat(answer.detail()).doesNotContain("HTTP request");
    }
  }

  @Test
  void aMistakeOfTheDeploymentIsNoPassingTrouble() {
    assertThat(problems.classify(refused(400, "ResourceNotFoundException")).code())
        .isEqualTo(ErrorCode.INTERNAL_ERROR);
    assertThat(problems.classify(refused(400, "AccessDeniedException")).code())
        .isEqualTo(ErrorCode.INTERNAL_ERROR);
  }

  @Test
  void aForgedCursorAndBrokenFieldsAre400WithTheirFields() {
    assertThat(problems.classify(new InvalidCursorException()).errors())
        .extracting("field")
        .containsExactly("cursor");
    InvalidFieldsException broken = brokenFields();
    assertThat(problems.classify(broken).errors()).isEqualTo(broken.errors());
  }

  @Test
  void aStoredRowThatBreaksARuleIsNeverTheClientsMistake() {
    MalformedItemException malformed =
        new MalformedItemException(Table.USERS, "ann", "role", "is unknown");
    malformed.initCause(brokenFields());
    assertThat(problems.classify(malformed).code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
  }

  @Test
  void aLostRaceIsAConflictWorthAnotherTry() {
    ApiException answer = problems.classify(new VersionConflictException(Table.USERS));
    assertThat(answer.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(answer.isRetryable()).isTrue();
  }

  @Test
  void aFunctionsOwnMapperComesFirst() {
    Problems own =
        new Problems(
            List.of(
                ProblemMapper.of(
                    SdkClientException.class,
                    failure -> ApiException.of(ErrorCode.MIGHTYCALL_TIMEOUT, "too slow"))));
    assertThat(own.classify(SdkClientException.create("x")).code())
        .isEqualTo(ErrorCode.MIGHTYCALL_TIMEOUT);
  }

  @Test
  void retryAfterIsRoundedUpToWholeSeconds() {
    assertThat(waiting(Duration.ZERO)).isEqualTo("1");
    assertThat(waiting(Duration.ofMillis(1500))).isEqualTo("2");
    assertThat(waiting(Duration.ofSeconds(60))).isEqualTo("60");
  }

  private static String waiting(Duration wait) {
    return ApiException.of(ErrorCode.TOO_MANY_REQUESTS, "wait")
        .retryAfter(wait)
        .headers()
        .get("Retry-After");
  }

  private static InvalidFieldsException brokenFields() {
    return new InvalidFieldsException(
        List.of(
            new FieldError("time_zone", "must be a time zone"),
            new FieldError("hours", "must not be empty")));
  }

  private static Throwable refused(int status, String code) {
    return DynamoDbException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
        .build();
  }
}
