package callcentre.runner.process;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets work in until it is closed, and then waits for what is inside. */
public final class WorkGate {

  private static final int PLACES = 10_000;

  private final Semaphore places = new Semaphore(PLACES);
  private volatile boolean closed;

  /** True if the work may begin; it then ends with {@link #leave()}. */
  public boolean enter() {
    return !closed && places.tryAcquire();
  }

  public void leave() {
    places.release();
  }

  public boolean closed() {
    return closed;
  }

  /** True if all inside left within {@code patience}. */
  public boolean close(Duration patience) throws InterruptedException {
    closed = true;
    return places.tryAcquire(PLACES, patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
