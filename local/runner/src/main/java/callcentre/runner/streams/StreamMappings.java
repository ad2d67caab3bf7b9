package callcentre.runner.streams;

import callcentre.cloud.Cloud;
import callcentre.runner.events.DeliveryConditions;
import callcentre.runner.process.Invoker;
import callcentre.runner.process.WorkGate;
import java.time.Duration;
import java.util.Collection;

/** All stream mappings, each polled by one thread. */
public final class StreamMappings implements AutoCloseable {

  /** How long a stream without news is left alone: half of it lies on each record's way. */
  public static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final WorkGate gate = new WorkGate();

  /**
   * @param places how far an earlier run of this program came
   * @throws software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException if a mapping
   *     names a stream that is not there
   */
  public StreamMappings(
      Collection<StreamMapping> mappings,
      Cloud cloud,
      StreamPlaces places,
      Invoker functions,
      DeliveryConditions conditions) {
    for (StreamMapping mapping : mappings) {
      GivenUp givenUp = new GivenUp(mapping, cloud.sqs(), conditions);
      BatchDelivery delivery = new BatchDelivery(mapping, functions, conditions, gate, givenUp);
      Thread.ofVirtual()
          .name("stream-" + mapping.function())
          .start(
              new StreamPoller(
                  mapping, cloud.dynamoDbStreams(), places, delivery, conditions, gate));
    }
  }

  /** Starts no further batch; batches that run finish, for a bounded time. */
  @Override
  public void close() throws InterruptedException {
    gate.close(STOP_PATIENCE);
  }
}
