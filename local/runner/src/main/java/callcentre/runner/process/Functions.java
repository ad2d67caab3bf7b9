package callcentre.runner.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every declared function, ready to be invoked by name. */
public final class Functions implements Invoker, AutoCloseable {

  private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(10);

  private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ProcessHost host;

  public Functions(Collection<FunctionSpec> functions, ProcessHost host) {
    this.host = host;
    functions.forEach(spec -> pools.put(spec.name(), new FunctionPool(spec, host)));
    long period = Math.max(1, host.idleLimit().toSeconds() / 10);
    reaper.scheduleWithFixedDelay(this::stopIdle, period, period, TimeUnit.SECONDS);
  }

  @Override
  public Outcome invoke(String function, byte[] event) {
    if (stopping.get()) {
      return new Outcome.Failure("ServiceException", "The runner is stopping");
    }
    try {
      return pool(function).invoke(event);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Failure("ServiceException", "The runner was stopped meanwhile");
    }
  }

  /** How many processes of a function exist now. */
  public int processes(String function) {
    return pool(function).processes();
  }

  /** Where a function's output goes. */
  public Path logFile(String function) {
    return pool(function).logFile();
  }

  private FunctionPool pool(String function) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException(
          "No function " + function + " is declared; there are " + pools.keySet());
    }
    return pool;
  }

  void stopIdle() {
    try {
      for (FunctionPool pool : pools.values()) {
        pool.stopIdle(host.clock().instant());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no new work, lets running invocations finish for a bounded time, ends all processes. */
  @Override
  public void close() throws InterruptedException {
    stopping.set(true);
    reaper.shutdownNow();
    try (ExecutorService closers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (FunctionPool pool : pools.values()) {
        Future<?> unused =
            closers.submit(
                () -> {
                  pool.close(SHUTDOWN_PATIENCE);
                  return null;
                });
      }
    }
  }
}
