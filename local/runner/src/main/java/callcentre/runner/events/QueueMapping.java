package callcentre.runner.events;

import java.time.Duration;

/**
 * A declared event source mapping of a queue.
 *
 * @param queueArn the queue's ARN, under which events name it
 * @param functionTimeout how long one batch may take
 * @param batchSize 1..10,000; above 10 only with a window
 * @param window how long messages are gathered (MaximumBatchingWindowInSeconds); zero: not at all
 * @param partialFailures whether the function names the messages that failed
 *     (ReportBatchItemFailures)
 * @param concurrency batches at one time (ScalingConfig.MaximumConcurrency)
 */
public record QueueMapping(
    String queueArn,
    String function,
    Duration functionTimeout,
    int batchSize,
    Duration window,
    boolean partialFailures,
    int concurrency) {

  /** The queue's name: the last part of its ARN. */
  String queueName() {
    return queueArn.substring(queueArn.lastIndexOf(':') + 1);
  }
}
