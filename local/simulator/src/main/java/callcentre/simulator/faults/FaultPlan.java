package callcentre.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for requests, in the order they were added; a request gets one at most. */
public final class FaultPlan {

  private final List<FaultState> states = new ArrayList<>();
  private int lastNumber;

  /**
   * Adds a fault and returns it with its id.
   *
   * @throws IllegalArgumentException when its id is taken
   */
  public synchronized Fault add(Fault fault) {
    Fault named = fault.id().isEmpty() ? fault.withId(nextId()) : fault;
    if (has(named.id())) {
      throw new IllegalArgumentException("There is a fault with the id " + named.id() + " already");
    }
    states.add(new FaultState(named, 0, 0));
    return named;
  }

  /** Removes a fault; false when there is none with this id. */
  public synchronized boolean remove(String id) {
    return states.removeIf(state -> state.fault().id().equals(id));
  }

  /** Removes all faults. */
  public synchronized void clear() {
    states.clear();
  }

  /** The faults and what they did, also those that are used up. */
  public synchronized List<FaultState> states() {
    return List.copyOf(states);
  }

  /**
   * The fault for this request. It is offered to the faults in their order: one that still skips
   * counts it and lets it pass on; the first that fires ends the search.
   */
  public synchronized Optional<Fault> next(String method, String path, String template) {
    for (int i = 0; i < states.size(); i++) {
      FaultState state = states.get(i);
      Fault fault = state.fault();
      if (!state.active() || !fault.match().fits(method, path, template)) {
        continue;
      }
      boolean fires = state.matched() >= fault.match().skip();
      states.set(i, new FaultState(fault, state.matched() + 1, state.fired() + (fires ? 1 : 0)));
      if (fires) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private String nextId() {
    String id;
    do {
      lastNumber++;
      id = "fault-" + lastNumber;
    } while (has(id));
    return id;
  }

  private boolean has(String id) {
    return states.stream().anyMatch(state -> state.fault().id().equals(id));
  }
}
