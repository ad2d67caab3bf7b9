package callcentre.runner.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process: an execution environment that serves one invocation at a time until it ends. */
final class Worker {

  /** Lambda's is 10 s; a busy laptop that starts several at once is slower. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** A JVM that ends writes its class archive first, if it has none. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final FunctionSpec function;
  private final ProcessHost host;
  private final FunctionLog log;
  private final String id = UUID.randomUUID().toString();
  private final RuntimeChannel channel;
  private final Process process;
  private volatile Instant idleSince;
  private volatile boolean unwanted;

  /**
   * @throws UncheckedIOException if the JVM cannot be started
   */
  Worker(FunctionSpec function, ProcessHost host, FunctionLog log) {
    this.function = function;
    this.host = host;
    this.log = log;
    this.channel = new RuntimeChannel(function.arn(), function.timeout(), host.clock());
    this.idleSince = host.clock().instant();
    String api = host.api().register(channel);
    try {
      process = host.launcher().start(function, api, id, log);
    } catch (IOException failure) {
      host.api().unregister(channel);
      throw new UncheckedIOException("Cannot start a process for " + function.name(), failure);
    }
    process.onExit().thenAccept(this::ended);
  }

  Outcome run(byte[] event) throws InterruptedException {
    Invocation invocation = Invocation.of(event);
    log.line("START RequestId: " + invocation.requestId() + " Version: $LATEST");
    Instant asked = host.clock().instant();
    channel.offer(invocation);
    if (!process.isAlive()) {
      // It may have ended before the channel knew of the invocation.
      channel.fail(exited());
    }
    Outcome outcome = await(invocation);
    idleSince = host.clock().instant();
    log.line(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s Duration: %d ms Memory Size: %d MB Outcome: %s",
            invocation.requestId(),
            Duration.between(asked, idleSince).toMillis(),
            function.memoryMegabytes(),
            describe(outcome)));
    return outcome;
  }

  private Outcome await(Invocation invocation) throws InterruptedException {
    try {
      within(
          CompletableFuture.anyOf(invocation.handedOut(), invocation.outcome()),
          START_LIMIT,
          "the process did not ask for its first event");
      if (!invocation.handedOut().isDone()) {
        // Its initialisation failed; Lambda starts anew for the next invocation.
        end();
      }
      return within(invocation.outcome(), function.timeout(), "the function did not answer");
    } catch (TimeoutException late) {
      end();
      double seconds = function.timeout().toMillis() / 1000.0;
      return new Outcome.Failure(
          "Sandbox.Timedout",
          String.format(
              Locale.ROOT,
              "RequestId: %s Error: Task timed out after %.2f seconds (%s)",
              invocation.requestId(),
              seconds,
              late.getMessage()));
    }
  }

  private static <T> T within(CompletableFuture<T> future, Duration limit, String complaint)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new TimeoutException(complaint + " within " + limit.toSeconds() + " s");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("An outcome is never exceptional", impossible);
    }
  }

  private static String describe(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answer(byte[] payload) -> "answered " + payload.length + " bytes";
      case Outcome.Failure(String type, String message) -> "failed " + type + ": " + message;
      case Outcome.Throttled() -> "throttled";
    };
  }

  private void ended(Process dead) {
    channel.fail(exited());
    host.api().unregister(channel);
    try {
      host.launcher().cleanUp(id);
    } catch (IOException kept) {
      log.line("The process's copy of the native library stays behind: " + kept.getMessage());
    }
  }

  private Outcome.Failure exited() {
    int status = process.isAlive() ? -1 : process.exitValue();
    return new Outcome.Failure(
        "Runtime.ExitError", "Runtime exited before it answered, with exit status " + status);
  }

  boolean alive() {
    return !unwanted && process.isAlive();
  }

  Instant idleSince() {
    return idleSince;
  }

  /** Kills at once: what an execution environment gets whose function ran out of time. */
  void end() {
    unwanted = true;
    process.destroyForcibly();
  }

  /** Asks the JVM to end, so that it writes its class archive; kills it if it does not. */
  void stop() throws InterruptedException {
    unwanted = true;
    process.destroy();
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      end();
    }
  }
}
