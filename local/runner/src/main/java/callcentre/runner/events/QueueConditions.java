package callcentre.runner.events;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What surrounds every queue mapping.
 *
 * @param chaos what is done to deliveries on purpose
 * @param complaints told when a batch failed or a queue could not be read
 */
public record QueueConditions(
    Set<Chaos> chaos, RandomGenerator random, InstantSource clock, Consumer<String> complaints) {

  public QueueConditions {
    chaos = Set.copyOf(chaos);
  }
}
