package callcentre.runner.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The processes of one function: started at first use, reused while warm, ended when idle. */
final class FunctionPool {

  private final FunctionSpec function;
  private final ProcessHost host;
  private final FunctionLog log;
  private final Semaphore slots;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Set<Worker> busy = new HashSet<>();

  FunctionPool(FunctionSpec function, ProcessHost host) {
    this.function = function;
    this.host = host;
    this.log = new FunctionLog(host.logsFolder(), function.name());
    this.slots = new Semaphore(host.processesPerFunction(), true);
  }

  Outcome invoke(byte[] event) throws InterruptedException {
    int running = inFlight.incrementAndGet();
    try {
      if (function.reservedConcurrency().isPresent()
          && running > function.reservedConcurrency().getAsInt()) {
        return new Outcome.Throttled();
      }
      slots.acquire();
      try {
        return runOnWorker(event);
      } finally {
        slots.release();
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private Outcome runOnWorker(byte[] event) throws InterruptedException {
    Worker worker = checkOut();
    try {
      return worker.run(event);
    } catch (InterruptedException stopped) {
      // Its answer would otherwise meet the next event.
      worker.end();
      throw stopped;
    } finally {
      checkIn(worker);
    }
  }

  private synchronized Worker checkOut() {
    while (!idle.isEmpty()) {
      Worker warm = idle.pop();
      if (warm.alive()) {
        busy.add(warm);
        return warm;
      }
    }
    Worker cold = new Worker(function, host, log);
    busy.add(cold);
    return cold;
  }

  private synchronized void checkIn(Worker worker) {
    busy.remove(worker);
    if (worker.alive()) {
      idle.push(worker);
    }
  }

  /** Ends the processes that had no work since before {@code now - idleLimit}. */
  void stopIdle(Instant now) throws InterruptedException {
    List<Worker> old = new ArrayList<>();
    synchronized (this) {
      idle.removeIf(
          worker -> !now.isBefore(worker.idleSince().plus(host.idleLimit())) && old.add(worker));
    }
    for (Worker worker : old) {
      worker.stop();
    }
  }

  /** Waits for running invocations no longer than {@code patience}, then ends every process. */
  void close(Duration patience) throws InterruptedException {
    boolean finished =
        slots.tryAcquire(host.processesPerFunction(), patience.toMillis(), TimeUnit.MILLISECONDS);
    List<Worker> remaining;
    synchronized (this) {
      remaining = new ArrayList<>(idle);
      idle.clear();
      if (!finished) {
        busy.forEach(Worker::end);
      }
    }
    for (Worker worker : remaining) {
      worker.stop();
    }
  }

  synchronized int processes() {
    return idle.size() + busy.size();
  }

  Path logFile() {
    return log.file();
  }
}
