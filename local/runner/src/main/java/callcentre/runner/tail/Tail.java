package callcentre.runner.tail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stays connected: every end is followed by a new ticket and a resume, ever later while it fails.
 */
final class Tail {

  /** Half of what the gateway bears (AWS: idle connection timeout, 10 minutes). */
  private static final Duration PING = Duration.ofMinutes(5);

  /** A later delta may overtake an earlier one; what is missing after this is asked for. */
  private static final Duration OVERTAKING = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final String SUBPROTOCOL = "mightycall.v1";

  private final HttpClient http;
  private final Tickets tickets;
  private final Feed feed;
  private final Consumer<String> screen;
  private final Executor later =
      CompletableFuture.delayedExecutor(OVERTAKING.toMillis(), TimeUnit.MILLISECONDS);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  Tail(HttpClient http, Tickets tickets, Feed feed, Consumer<String> screen) {
    this.http = http;
    this.tickets = tickets;
    this.feed = feed;
    this.screen = screen;
  }

  /**
   * Runs until it is stopped.
   *
   * @throws RefusedException if trying again would not help
   */
  void run() throws InterruptedException {
    Duration pause = Duration.ofSeconds(1);
    while (!stopped.isDone()) {
      boolean connected = connectOnce();
      pause = connected ? Duration.ofSeconds(1) : longer(pause);
      if (!waited(pause)) {
        return;
      }
    }
  }

  /** Ends {@link #run} soon. */
  void stop() {
    stopped.complete(null);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  /** Whether the time passed without being stopped. */
  private boolean waited(Duration pause) throws InterruptedException {
    CompletableFuture<Void> time =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture.anyOf(time, stopped).join();
    return !stopped.isDone();
  }

  private boolean connectOnce() throws InterruptedException {
    BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();
    LiveSocket listener = new LiveSocket((_, text) -> receive(text, outgoing));
    WebSocket socket;
    try {
      URI address = tickets.address();
      socket =
          http.newWebSocketBuilder().subprotocols(SUBPROTOCOL).buildAsync(address, listener).join();
    } catch (IOException | CompletionException failure) {
      screen.accept("-- no connection: " + failure);
      return false;
    }
    screen.accept("-- connected");
    outgoing.addAll(feed.greeting());
    CompletableFuture<?> over = CompletableFuture.anyOf(listener.ended(), stopped);
    var _ = over.whenComplete((_, _) -> outgoing.add(""));
    while (!over.isDone()) {
      String next = outgoing.poll(PING.toMillis(), TimeUnit.MILLISECONDS);
      if (!over.isDone()) {
        socket.sendText(next == null ? "{\"type\":\"ping\"}" : next, true).join();
      }
    }
    if (stopped.isDone()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    } else {
      screen.accept("-- the connection " + listener.ended().join());
    }
    return true;
  }

  private void receive(String text, BlockingQueue<String> outgoing) {
    Feed.Reaction reaction = feed.receive(text);
    reaction.lines().forEach(screen);
    for (String topic : reaction.gaps()) {
      later.execute(() -> feed.resumeIfMissing(topic).ifPresent(outgoing::add));
    }
  }
}
