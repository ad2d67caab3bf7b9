package callcentre.simulator.webhooks;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A registered URL and what is on its way there. */
final class Receiver implements AutoCloseable {

  private final RegisteredUrl url;
  private final Posts posts;
  private final DeliveryLog log;
  private final InstantSource clock;
  private final ExecutorService senders;

  Receiver(RegisteredUrl url, Posts posts, DeliveryLog log, InstantSource clock) {
    this.url = url;
    this.posts = posts;
    this.log = log;
    this.clock = clock;
    senders = Executors.newFixedThreadPool(url.parallel(), Thread.ofVirtual().factory());
  }

  RegisteredUrl url() {
    return url;
  }

  void send(DueEvent due, String type, String body) {
    try {
      senders.execute(() -> deliver(due, type, body));
    } catch (RejectedExecutionException removed) {
      log.add(delivery(due, type).withFailure("the URL was removed"));
    }
  }

  private void deliver(DueEvent due, String type, String body) {
    try {
      int status = posts.send(url.url(), body);
      log.add(delivery(due, type).withStatus(status));
    } catch (IOException lost) {
      log.add(delivery(due, type).withFailure(lost.toString()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Delivery delivery(DueEvent due, String type) {
    return new Delivery(
        clock.instant(),
        url.id(),
        type,
        due.call().guid(),
        due.event().extension(),
        due.event().at(),
        null,
        null);
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }
}
