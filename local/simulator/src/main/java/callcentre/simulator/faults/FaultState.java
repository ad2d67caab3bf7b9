package callcentre.simulator.faults;

/**
 * A fault and what it did so far.
 *
 * @param matched how many requests it fitted, the skipped ones included
 * @param fired how many it was applied to
 */
public record FaultState(Fault fault, int matched, int fired) {

  /** Whether it still can hit a request. */
  public boolean active() {
    Integer times = fault.match().times();
    return times == null || fired < times;
  }
}
