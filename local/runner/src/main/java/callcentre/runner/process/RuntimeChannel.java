package callcentre.runner.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What passes between the pool and one process: at most one invocation at a time. */
final class RuntimeChannel {

  private static final Invocation CLOSED = Invocation.of(new byte[0]);

  private final String id = UUID.randomUUID().toString();
  private final String functionArn;
  private final Duration timeout;
  private final InstantSource clock;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Invocation> current = new AtomicReference<>();

  RuntimeChannel(String functionArn, Duration timeout, InstantSource clock) {
    this.functionArn = functionArn;
    this.timeout = timeout;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  String functionArn() {
    return functionArn;
  }

  void offer(Invocation invocation) {
    current.set(invocation);
    waiting.add(invocation);
  }

  /** Waits for the next event; empty when the process is no longer wanted. */
  Optional<Invocation> take() throws InterruptedException {
    Invocation next = waiting.take();
    return next == CLOSED ? Optional.empty() : Optional.of(next);
  }

  /** Releases a waiting {@link #take()}. */
  void close() {
    waiting.add(CLOSED);
  }

  /** Starts the function's clock; returns the deadline in milliseconds since 1970. */
  long handOut(Invocation invocation) {
    var deadline = clock.instant().plus(timeout);
    invocation.handedOut().complete(deadline);
    return deadline.toEpochMilli();
  }

  void finish(String requestId, Outcome outcome) {
    Invocation running = current.get();
    // A late answer to an invocation that was given up must not become the next one's.
    if (running != null && running.requestId().equals(requestId)) {
      running.outcome().complete(outcome);
    }
  }

  void initFailed(byte[] document) {
    fail(RuntimeErrors.read(document));
  }

  /** Ends whatever is waiting or running here. */
  void fail(Outcome.Failure failure) {
    Invocation running = current.get();
    if (running != null) {
      running.outcome().complete(failure);
    }
  }
}
