package callcentre.live;

import callcentre.domain.live.ConnectionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Messages to many connections at once: those of one connection in their order, one after the
 * other; different connections side by side, so that a slow one holds up nobody else.
 */
public final class Posting {

  private static final int AT_ONCE = 32;

  private final Gateway gateway;

  public Posting(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Sends each connection its messages. After one that did not arrive no further one is sent to
   * that connection: the client would take the rest for all there is.
   *
   * @param messages for each connection what it is to get, in order; each within the bounds of
   *     {@link Gateway#post}
   * @return for each connection what became of the last message that was tried
   */
  public Map<ConnectionId, Delivery> post(Map<ConnectionId, List<String>> messages) {
    Semaphore places = new Semaphore(AT_ONCE);
    Map<ConnectionId, Future<Delivery>> running = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      messages.forEach(
          (connection, texts) -> {
            places.acquireUninterruptibly();
            running.put(
                connection,
                threads.submit(
                    () -> {
                      try {
                        return post(connection, texts);
                      } finally {
                        places.release();
                      }
                    }));
          });
    }
    Map<ConnectionId, Delivery> deliveries = new LinkedHashMap<>();
    running.forEach((connection, delivery) -> deliveries.put(connection, result(delivery)));
    return deliveries;
  }

  /** Sends one connection its messages in order, up to the first that does not arrive. */
  public Delivery post(ConnectionId connection, Iterable<String> messages) {
    Delivery last = new Delivery.Delivered();
    for (String message : messages) {
      last = gateway.post(connection, message);
      if (!(last instanceof Delivery.Delivered)) {
        return last;
      }
    }
    return last;
  }

  private static Delivery result(Future<Delivery> finished) {
    try {
      return finished.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException("a message could not be sent", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while messages were sent", interrupted);
    }
  }
}
