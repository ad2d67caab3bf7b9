package callcentre.runner.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets deliveries in until it is closed, and then waits for those inside. */
final class DeliveryGate {

  private static final int PLACES = 10_000;

  private final Semaphore places = new Semaphore(PLACES);
  private volatile boolean closed;

  /** True if the delivery may begin; it then ends with {@link #leave()}. */
  boolean enter() {
    return !closed && places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  boolean closed() {
    return closed;
  }

  /** True if all inside left within {@code patience}. */
  boolean close(Duration patience) throws InterruptedException {
    closed = true;
    return places.tryAcquire(PLACES, patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
