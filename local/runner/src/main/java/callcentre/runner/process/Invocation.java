package callcentre.runner.process;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through one process.
 *
 * @param handedOut completes, with the deadline, when the runtime has asked for its next event and
 *     got this one
 * @param outcome completes once, with the first of answer, error, crash or timeout
 */
record Invocation(
    String requestId,
    byte[] event,
    CompletableFuture<Instant> handedOut,
    CompletableFuture<Outcome> outcome) {

  static Invocation of(byte[] event) {
    return new Invocation(
        UUID.randomUUID().toString(), event, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
