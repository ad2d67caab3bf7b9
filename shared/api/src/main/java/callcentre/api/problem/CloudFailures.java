package callcentre.api.problem;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Which failures of AWS services pass by themselves. */
final class CloudFailures {

  /**
   * DynamoDB Developer Guide, "Error handling": these are 400 but worth another try; the SDK has
   * already made its own.
   */
  private static final Set<String> PASSING =
      Set.of(
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "ThrottlingException",
          "TransactionConflictException",
          "TransactionInProgressException");

  /** Reasons of a cancelled transaction that pass (API reference, TransactWriteItems). */
  private static final Set<String> CONFLICTS =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private CloudFailures() {}

  static boolean passes(SdkException failure) {
    return switch (failure) {
      case AwsServiceException answered ->
          answered.statusCode() >= 500
              || answered.isThrottlingException()
              || PASSING.contains(code(answered))
              || lostARace(answered);
      case SdkClientException unanswered -> true;
      default -> false;
    };
  }

  /** A transaction met another one, and the repository's own repeats did not help. */
  private static boolean lostARace(AwsServiceException failure) {
    return failure instanceof TransactionCanceledException cancelled
        && cancelled.hasCancellationReasons()
        && cancelled.cancellationReasons().stream()
            .anyMatch(reason -> CONFLICTS.contains(String.valueOf(reason.code())));
  }

  private static String code(AwsServiceException failure) {
    AwsErrorDetails details = failure.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
