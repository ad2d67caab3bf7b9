package callcentre.simulator.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with some events.
 *
 * @param id given by the plan when it is ""
 * @param type the name of the events that it befalls, or null for every event
 * @param skip how many matching events pass before the first is hit, 0 or more
 * @param times how many are hit, 1 or more, or null for all that follow
 * @param delayMillis how late, on the simulator's clock, or null for the kind's usual
 */
public record EventFault(
    String id,
    EventFaultKind kind,
    @Nullable String type,
    int skip,
    @Nullable Integer times,
    @Nullable Integer delayMillis) {

  public EventFault {
    if (skip < 0 || (times != null && times < 1) || (delayMillis != null && delayMillis < 0)) {
      throw new IllegalArgumentException(
          "Give skip and delayMillis of 0 or more, and times of 1 or more");
    }
  }

  /** A fault of every event. */
  public static EventFault of(EventFaultKind kind) {
    return new EventFault("", kind, null, 0, null, null);
  }

  public EventFault ofType(String eventType) {
    return new EventFault(id, kind, eventType, skip, times, delayMillis);
  }

  public EventFault skip(int events) {
    return new EventFault(id, kind, type, events, times, delayMillis);
  }

  public EventFault times(int events) {
    return new EventFault(id, kind, type, skip, events, delayMillis);
  }

  public EventFault withDelayMillis(int millis) {
    return new EventFault(id, kind, type, skip, times, millis);
  }

  public EventFault withId(String newId) {
    return new EventFault(newId, kind, type, skip, times, delayMillis);
  }

  /** How late what is late comes at most. */
  public int delay() {
    return delayMillis != null ? delayMillis : kind.usualDelayMillis();
  }
}
