package callcentre.simulator.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last 1,000 deliveries in the order of their end, and counts of all of them. */
public final class DeliveryLog {

  /** How many deliveries are remembered one by one. */
  public static final int CAPACITY = 1_000;

  private final Deque<Delivery> deliveries = new ArrayDeque<>();
  private long taken;
  private long refused;

  synchronized void add(Delivery delivery) {
    deliveries.addLast(delivery);
    if (deliveries.size() > CAPACITY) {
      deliveries.removeFirst();
    }
    if (delivery.taken()) {
      taken++;
    } else {
      refused++;
    }
  }

  /** The remembered deliveries, oldest first. */
  public synchronized List<Delivery> all() {
    return List.copyOf(deliveries);
  }

  /** How many were answered with 2xx since the last clear. */
  public synchronized long taken() {
    return taken;
  }

  /** How many were answered otherwise or not at all since the last clear. */
  public synchronized long refused() {
    return refused;
  }

  /** Forgets all of them. */
  public synchronized void clear() {
    deliveries.clear();
    taken = 0;
    refused = 0;
  }
}
