package callcentre.cloud.faults;

import java.net.ConnectException;
import java.util.Collections;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Throws what the SDK itself throws for each fault. */
final class Failures {

  private Failures() {}

  static void beforeSending(Fault fault, SdkRequest request, ExecutionAttributes attributes) {
    switch (fault) {
      case Fault.None none -> {}
      case Fault.LostAnswer later -> {}
      case Fault.LostAnswerAtLast later -> {}
      case Fault.Unreachable unreachable ->
          throw RetryableException.create(
              "injected: connection refused", new ConnectException("injected"));
      case Fault.Throttled throttled -> throw throttled(attributes);
      case Fault.ServerError serverError -> throw answered(attributes, 500, "InternalServerError");
      case Fault.AccessDenied denied -> throw answered(attributes, 400, "AccessDeniedException");
      case Fault.TransactionConflict conflict -> throw conflict(request);
      case Fault.Held held -> pass(held.gate());
    }
  }

  static void afterSending(Fault fault) {
    switch (fault) {
      case Fault.LostAnswer lost ->
          throw RetryableException.create("injected: connection reset before the answer");
      case Fault.LostAnswerAtLast lost ->
          throw SdkClientException.create("injected: connection reset before the answer");
      case Fault.None none -> {}
      case Fault.Unreachable before -> {}
      case Fault.Throttled before -> {}
      case Fault.ServerError before -> {}
      case Fault.AccessDenied before -> {}
      case Fault.TransactionConflict before -> {}
      case Fault.Held held -> {}
    }
  }

  private static AwsServiceException throttled(ExecutionAttributes attributes) {
    if ("dynamodb".equals(Operation.service(attributes))) {
      return ProvisionedThroughputExceededException.builder()
          .message("injected: too many requests")
          .statusCode(400)
          .awsErrorDetails(details("ProvisionedThroughputExceededException"))
          .build();
    }
    return answered(attributes, 400, "ThrottlingException");
  }

  private static AwsServiceException conflict(SdkRequest request) {
    if (!(request instanceof TransactWriteItemsRequest transaction)) {
      return TransactionConflictException.builder()
          .message("injected: Transaction is ongoing for the item")
          .statusCode(400)
          .awsErrorDetails(details("TransactionConflictException"))
          .build();
    }
    CancellationReason reason =
        CancellationReason.builder()
            .code("TransactionConflict")
            .message("injected: Transaction is ongoing for the item")
            .build();
    return TransactionCanceledException.builder()
        .message("injected: Transaction cancelled, reasons [TransactionConflict]")
        .statusCode(400)
        .awsErrorDetails(details("TransactionCanceledException"))
        .cancellationReasons(Collections.nCopies(transaction.transactItems().size(), reason))
        .build();
  }

  private static AwsServiceException answered(
      ExecutionAttributes attributes, int status, String code) {
    AwsServiceException.Builder builder =
        switch (Operation.service(attributes)) {
          case "dynamodb" -> DynamoDbException.builder();
          case "sqs" -> SqsException.builder();
          default -> SecretsManagerException.builder();
        };
    builder.statusCode(status).awsErrorDetails(details(code)).message("injected: " + code);
    return builder.build();
  }

  private static AwsErrorDetails details(String code) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage("injected").build();
  }

  private static void pass(Fault.Gate gate) {
    try {
      gate.pass();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SdkClientException.create("interrupted at a gate", stopped);
    }
  }
}
