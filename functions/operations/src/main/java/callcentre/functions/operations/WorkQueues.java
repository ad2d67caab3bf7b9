package callcentre.functions.operations;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues, and those that tell what failed too often. */
@Singleton
final class WorkQueues {

  /** A source of work, and the queue of what failed of it. */
  enum Name {
    /** Jobs of syncs. */
    SYNC(Variable.SYNC_QUEUE_URL, Variable.SYNC_DLQ_URL),
    /** Messages to be sent. */
    SMS(Variable.SMS_QUEUE_URL, Variable.SMS_DLQ_URL),
    /** Webhook events that the table refused. */
    WEBHOOKS(Variable.WEBHOOK_QUEUE_URL, Variable.WEBHOOK_DLQ_URL),
    /** Webhook events that were given up on their way into rows; a stream is where they wait. */
    PROJECTOR(Variable.PROJECTOR_DLQ_URL);

    private final Optional<Variable> queue;
    private final Variable dead;

    Name(Variable queue, Variable dead) {
      this.queue = Optional.of(queue);
      this.dead = dead;
    }

    Name(Variable dead) {
      this.queue = Optional.empty();
      this.dead = dead;
    }

    /** How both are called in paths and answers. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Name> ofWireName(String name) {
      return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }

    static String known() {
      return Arrays.stream(values()).map(Name::wireName).collect(Collectors.joining(", "));
    }
  }

  private final AwsClients clients;
  private final Environment environment;

  WorkQueues(AwsClients clients, Environment environment) {
    this.clients = clients;
    this.environment = environment;
  }

  /** Messages of a queue, as SQS counts approximately. */
  record Depth(int waiting, int inFlight, int delayed) {}

  /** Messages of a dead-letter queue. */
  record Dead(int waiting) {}

  /** What waits: 1 request; empty where no queue is waited in. */
  Optional<Depth> depth(Name name) {
    return name.queue.map(this::attributes).map(WorkQueues::depth);
  }

  private static Depth depth(Map<QueueAttributeName, String> counts) {
    return new Depth(
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  /** What failed too often: 1 request. */
  Dead dead(Name name) {
    return new Dead(
        count(attributes(name.dead), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  /**
   * Starts moving what failed back to where it came from: 3 requests, 1 when there are none.
   *
   * @return how many waited
   * @throws ApiException 409 while an earlier move runs
   */
  int redrive(Name name) {
    Map<QueueAttributeName, String> attributes = attributes(name.dead);
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
