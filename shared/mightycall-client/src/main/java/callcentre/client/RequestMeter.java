package callcentre.client;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that calls of the provider sent: the token's, retries, and those that failed
 * too, also when the call ends by an exception. One may serve many calls.
 */
public final class RequestMeter {

  private final AtomicInteger sent = new AtomicInteger();

  /** One more was sent. */
  public void count() {
    sent.incrementAndGet();
  }

  /** How many were sent so far. */
  public int sent() {
    return sent.get();
  }
}
