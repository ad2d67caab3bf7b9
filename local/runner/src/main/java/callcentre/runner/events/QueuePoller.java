package callcentre.runner.events;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import callcentre.runner.process.WorkGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Moves messages of one queue to its function. What succeeded is deleted; what failed stays, comes
 * again after the visibility timeout, and ends in the dead-letter queue by the queue's own redrive.
 */
final class QueuePoller implements Runnable {

  private static final int RECEIVE_LIMIT = 10;

  /** Below the time limit that our clients give one request to SQS. */
  private static final int WAIT_SECONDS = 2;

  private static final int LONGEST_DELAY_MILLIS = 3_000;
  private static final Duration AFTER_AN_ERROR = Duration.ofSeconds(1);

  private final QueueMapping mapping;
  private final String queueUrl;
  private final SqsClient queues;
  private final Invoker functions;
  private final DeliveryConditions conditions;
  private final WorkGate gate;

  QueuePoller(
      QueueMapping mapping,
      SqsClient queues,
      Invoker functions,
      DeliveryConditions conditions,
      WorkGate gate) {
    this.mapping = mapping;
    this.queueUrl =
        queues.getQueueUrl(request -> request.queueName(mapping.queueName())).queueUrl();
    this.queues = queues;
    requireVisibility();
    this.functions = functions;
    this.conditions = conditions;
    this.gate = gate;
  }

  /** Lambda refuses such a mapping too: a message would come again while it is worked on. */
  private void requireVisibility() {
    String seconds =
        queues
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queueUrl)
                        .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
            .attributes()
            .getOrDefault(QueueAttributeName.VISIBILITY_TIMEOUT, "0");
    if (Long.parseLong(seconds) < mapping.functionTimeout().toSeconds()) {
      throw new IllegalArgumentException(
          String.format(
              "The queue %s hides a message for %s s, less than the %d s that %s may take",
              mapping.queueName(),
              seconds,
              mapping.functionTimeout().toSeconds(),
              mapping.function()));
    }
  }

  @Override
  public void run() {
    while (!gate.closed()) {
      try {
        List<Message> gathered = gather();
        if (!gathered.isEmpty() && gate.enter()) {
          try {
            deliver(gathered);
          } finally {
            gate.leave();
          }
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        // While everything stops, a client that is closed under its caller is no failure.
        if (!gate.closed()) {
          conditions.complaints().accept("Queue " + queueUrl + " could not be served: " + failure);
          pause(AFTER_AN_ERROR);
        }
      }
    }
  }

  private List<Message> gather() {
    List<Message> batch = new ArrayList<>(receive(mapping.batchSize(), WAIT_SECONDS));
    if (batch.isEmpty() || mapping.window().isZero()) {
      return batch;
    }
    Instant end = conditions.clock().instant().plus(mapping.window());
    while (batch.size() < mapping.batchSize()
        && conditions.clock().instant().isBefore(end)
        && !gate.closed()) {
      batch.addAll(receive(mapping.batchSize() - batch.size(), 1));
    }
    return batch;
  }

  private List<Message> receive(int wanted, int waitSeconds) {
    return queues
        .receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(Math.min(wanted, RECEIVE_LIMIT))
                    .waitTimeSeconds(waitSeconds)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void deliver(List<Message> gathered) throws InterruptedException {
    if (conditions.chaos().contains(Chaos.DELAY)) {
      Thread.sleep(conditions.random().nextInt(LONGEST_DELAY_MILLIS));
    }
    if (conditions.chaos().contains(Chaos.SPLIT)) {
      for (Message message : gathered) {
        deliverBatch(List.of(message));
      }
    } else {
      deliverBatch(gathered);
    }
  }

  private void deliverBatch(List<Message> batch) {
    byte[] event = QueueEvent.of(mapping, batch);
    if (conditions.chaos().contains(Chaos.DUPLICATE)) {
      functions.invoke(mapping.function(), event);
    }
    Outcome outcome = functions.invoke(mapping.function(), event);
    switch (outcome) {
      case Outcome.Answer(byte[] answer) -> settle(batch, failures(answer, batch));
      case Outcome.Failure(String type, String message) ->
          complain(batch.size() + " messages come again: " + type + ": " + message);
      case Outcome.Throttled() -> complain(batch.size() + " messages come again: throttled");
    }
  }

  private Set<String> failures(byte[] answer, List<Message> batch) {
    if (!mapping.partialFailures()) {
      return Set.of();
    }
    return QueueEvent.failures(answer, batch)
        .orElseGet(
            () -> {
              complain("its answer names no known messages; the whole batch comes again");
              return Set.copyOf(batch.stream().map(Message::messageId).toList());
            });
  }

  private void settle(List<Message> batch, Set<String> failed) {
    for (Message message : batch) {
      boolean again = conditions.chaos().contains(Chaos.RETRY) && receiveCount(message).equals("1");
      if (!failed.contains(message.messageId()) && !again) {
        queues.deleteMessage(
            request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private static String receiveCount(Message message) {
    return message
        .attributes()
        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
  }

  private void complain(String what) {
    conditions.complaints().accept("Function " + mapping.function() + ": " + what);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
