package callcentre.simulator.webhooks;

import java.util.ArrayList;
import java.util.List;

/** The faults that wait for events; an event may meet several. */
public final class EventFaults {

  /** What a fault did: how many events it was offered, and how many it hit. */
  public record State(EventFault fault, int matched, int fired) {

    /** Whether it will hit more. */
    public boolean active() {
      return fault.times() == null || fired < fault.times();
    }
  }

  private final List<State> states = new ArrayList<>();
  private int lastNumber;

  /**
   * Adds a fault and returns it with its id.
   *
   * @throws IllegalArgumentException when its id is taken
   */
  public synchronized EventFault add(EventFault fault) {
    EventFault named = fault.id().isEmpty() ? fault.withId(nextId()) : fault;
    if (has(named.id())) {
      throw new IllegalArgumentException("There is a fault with the id " + named.id() + " already");
    }
    states.add(new State(named, 0, 0));
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
  public synchronized List<State> states() {
    return List.copyOf(states);
  }

  /** The faults that befall an event of this type, in the order in which they were added. */
  synchronized List<EventFault> next(String type) {
    List<EventFault> hit = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      EventFault fault = state.fault();
      if (!state.active() || fault.type() != null && !fault.type().equals(type)) {
        continue;
      }
      boolean fires = state.matched() >= fault.skip();
      states.set(i, new State(fault, state.matched() + 1, state.fired() + (fires ? 1 : 0)));
      if (fires) {
        hit.add(fault);
      }
    }
    return hit;
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
