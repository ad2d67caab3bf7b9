package callcentre.functions.sweeper;

import callcentre.domain.live.LiveConnection;
import callcentre.live.Line;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.LiveEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections in the order of their ends. After an outage all connections open at once and so
 * end at once, hence side by side.
 */
final class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int AT_ONCE = 32;

  /** What is left of the function's time when it starts no further connections. */
  private static final Duration RESERVE = Duration.ofSeconds(15);

  private final LiveConnectionRepository connections;
  private final Line line;
  private final InstantSource clock;

  Sweeper(LiveConnectionRepository connections, Line line, InstantSource clock) {
    this.connections = connections;
    this.line = line;
    this.clock = clock;
  }

  /** Reads what a run reads first, and does nothing. */
  void look() {
    connections.ended(clock.instant(), 1);
  }

  /**
   * One run: 1 request when nothing has ended.
   *
   * @param deadline when the function ends; what is left then is ended by the next run
   * @return how many were ended
   * @throws RuntimeException when connections could not be ended; the others were
   */
  int run(Instant deadline) {
    Instant stop = deadline.minus(RESERVE);
    int ended = 0;
    List<LiveEnd> due = connections.ended(clock.instant(), AT_ONCE);
    while (!due.isEmpty() && clock.instant().isBefore(stop)) {
      end(due);
      ended += due.size();
      due = connections.ended(clock.instant(), AT_ONCE);
    }
    if (ended > 0) {
      LOG.atInfo().addKeyValue("live_ended", ended).log("live: ended {} connections", ended);
    }
    return ended;
  }

  private void end(List<LiveEnd> due) {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(end -> running.add(threads.submit(() -> end(end))));
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException failed) {
        throw new IllegalStateException(
            "a connection was not ended; the next run tries again", failed.getCause());
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while connections were ended", interrupted);
      }
    }
  }

  private void end(LiveEnd end) {
    Optional<LiveConnection> connection = connections.find(end.connection());
    if (connection.isPresent()) {
      line.end(connection.get());
    } else {
      connections.forget(end);
    }
  }
}
