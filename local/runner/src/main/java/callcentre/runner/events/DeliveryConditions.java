package callcentre.runner.events;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What surrounds every mapping of a queue or a stream.
 *
 * @param chaos what is done to deliveries on purpose
 * @param complaints told when a batch failed or a source could not be read
 */
public record DeliveryConditions(
    Set<Chaos> chaos, RandomGenerator random, InstantSource clock, Consumer<String> complaints) {

  public DeliveryConditions {
    chaos = Set.copyOf(chaos);
  }
}
