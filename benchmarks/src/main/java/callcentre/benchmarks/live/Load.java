package callcentre.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Calls of clients to a number of GenX, answered by one colleague, each over in two seconds. */
final class Load {

  /** It comes in, rings with a colleague, is answered, ends. */
  static final int EVENTS_OF_A_CALL = 4;

  private static final String NUMBER = "+13123194556";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Http control;
  private final Ledger ledger;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private int made;

  Load(Http control, Ledger ledger) {
    this.control = control;
    this.ledger = ledger;
  }

  /** One call after the other, each when all clients have seen the end of the last: their ids. */
  List<String> oneAtATime(int calls, int listeners) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String call = call();
      ids.add(call);
      ledger.await(List.of(call), listeners, PATIENCE);
      // Whoever looks at a stream from time to time is met at any time of its pause.
      later(random.nextInt(300, 600));
    }
    return ids;
  }

  /**
   * Calls that begin at a steady pace, whatever becomes of them: their ids, when the last client
   * has seen the last end.
   */
  List<String> steadily(int eventsASecond, int seconds, int listeners) throws InterruptedException {
    int calls = eventsASecond * seconds / EVENTS_OF_A_CALL;
    long pauseMicros = TimeUnit.SECONDS.toMicros(EVENTS_OF_A_CALL) / eventsASecond;
    List<String> ids = new ArrayList<>();
    try (ScheduledExecutorService pace = Executors.newScheduledThreadPool(2)) {
      List<Future<String>> begun = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        begun.add(pace.schedule(this::call, i * pauseMicros, TimeUnit.MICROSECONDS));
      }
      for (Future<String> call : begun) {
        ids.add(call.get());
      }
    } catch (ExecutionException refused) {
      throw new IllegalStateException("a call could not be made", refused);
    }
    ledger.await(ids, listeners, PATIENCE);
    return ids;
  }

  private String call() throws IOException, InterruptedException {
    String client = String.format(Locale.ROOT, "+1347555%04d", next());
    return control
        .send(
            "POST",
            "/calls",
            "{\"calls\": [{\"number\": \""
                + NUMBER
                + "\", \"client\": \""
                + client
                + "\", \"answered_by\": \"101\", \"ring_ms\": 1000, \"duration_ms\": 1000}]}")
        .at("/calls/0/id")
        .asText();
  }

  private synchronized int next() {
    return made++ % 10_000;
  }

  private static void later(int millis) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
        .join();
  }
}
