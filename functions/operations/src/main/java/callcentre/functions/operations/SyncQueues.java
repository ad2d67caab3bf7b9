package callcentre.functions.operations;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of sync jobs and its dead-letter queue. */
@Singleton
final class SyncQueues {

  /** How both are called in paths and answers. */
  static final String NAME = "sync";

  private final AwsClients clients;
  private final Environment environment;

  SyncQueues(AwsClients clients, Environment environment) {
    this.clients = clients;
    this.environment = environment;
  }

  /** Messages of a queue, as SQS counts approximately. */
  record Depth(int waiting, int inFlight, int delayed) {}

  /** Messages of a dead-letter queue. */
  record Dead(int waiting) {}

  /** The queue of jobs: 1 request. */
  Depth jobs() {
    Map<QueueAttributeName, String> counts = attributes(Variable.SYNC_QUEUE_URL);
    return new Depth(
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  /** The jobs that failed too often: 1 request. */
  Dead dead() {
    return new Dead(
        count(
            attributes(Variable.SYNC_DLQ_URL), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  /**
   * Starts moving the failed jobs back to where they came from: 3 requests, 1 when there are none.
   *
   * @return how many waited
   * @throws ApiException 409 while an earlier move runs
   */
  int redrive() {
    Map<QueueAttributeName, String> attributes = attributes(Variable.SYNC_DLQ_URL);
    int waiting = count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    if (waiting == 0) {
      return 0;
    }
    String arn = attributes.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    boolean isRunning =
        clients.sqs().listMessageMoveTasks(request -> request.sourceArn(arn)).results().stream()
            .anyMatch(task -> "RUNNING".equals(task.status()));
    if (isRunning) {
      throw ApiException.of(
              ErrorCode.CONFLICT,
              "An earlier move of this queue still runs. Nothing was started; look at the status"
                  + " in a moment.")
          .retryable(true);
    }
    clients.sqs().startMessageMoveTask(request -> request.sourceArn(arn));
    return waiting;
  }

  private Map<QueueAttributeName, String> attributes(Variable url) {
    String address = environment.require(url);
    return clients
        .sqs()
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(address)
                    .attributeNames(
                        QueueAttributeName.QUEUE_ARN,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes();
  }

  private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }
}
