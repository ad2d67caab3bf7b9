package callcentre.cloud.faults;

import java.util.concurrent.CountDownLatch;

/** Something that can go wrong with one request. */
public sealed interface Fault {

  /** Goes through unharmed: fills a place in a script. */
  record None() implements Fault {}

  /** The connection never opens; nothing reached the service. The SDK tries again. */
  record Unreachable() implements Fault {}

  /** The service refuses for being too busy; nothing was done. The SDK tries again. */
  record Throttled() implements Fault {}

  /** The service answers 500; nothing was done. The SDK tries again. */
  record ServerError() implements Fault {}

  /** The service refuses the credentials; nothing was done. The SDK gives up. */
  record AccessDenied() implements Fault {}

  /**
   * Another transaction holds an item: {@code TransactionCanceledException} with reason {@code
   * TransactionConflict} for a transaction, {@code TransactionConflictException} for a single
   * write. Nothing was done. The SDK gives up.
   */
  record TransactionConflict() implements Fault {}

  /** The service did it, the answer is lost, and the SDK tries again: the write comes twice. */
  record LostAnswer() implements Fault {}

  /** The service did it, the answer is lost, and the caller sees the error: nothing is repeated. */
  record LostAnswerAtLast() implements Fault {}

  /**
   * Waits at a gate before it is sent, then goes through: for two writers whose order a test
   * decides.
   */
  record Held(Gate gate) implements Fault {}

  /** A gate that a request waits at. */
  final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Waits until a request has come to the gate. */
    public void awaitArrival() throws InterruptedException {
      arrived.await();
    }

    /** Lets the request go on. */
    public void open() {
      open.countDown();
    }

    void pass() throws InterruptedException {
      arrived.countDown();
      open.await();
    }
  }
}
