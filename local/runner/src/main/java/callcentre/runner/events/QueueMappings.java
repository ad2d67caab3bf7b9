package callcentre.runner.events;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.WorkGate;
import java.time.Duration;
import java.util.Collection;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All queue mappings, each polled by as many threads as it may have batches at one time. */
public final class QueueMappings implements AutoCloseable {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final WorkGate gate = new WorkGate();

  /**
   * @throws software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException if a mapping names
   *     a queue that is not declared
   */
  public QueueMappings(
      Collection<QueueMapping> mappings,
      SqsClient queues,
      Invoker functions,
      DeliveryConditions conditions) {
    for (QueueMapping mapping : mappings) {
      for (int i = 0; i < mapping.concurrency(); i++) {
        Thread.ofVirtual()
            .name("queue-" + mapping.function() + "-" + i)
            .start(new QueuePoller(mapping, queues, functions, conditions, gate));
      }
    }
  }

  /** Starts no further batch; batches that run finish and are deleted, for a bounded time. */
  @Override
  public void close() throws InterruptedException {
    gate.close(STOP_PATIENCE);
  }
}
