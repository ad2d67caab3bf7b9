package callcentre.storage.projection;

import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventMark;
import callcentre.domain.events.EventReading;
import callcentre.domain.events.EventTimes;
import callcentre.domain.people.Extension;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import callcentre.storage.presence.PresenceRepository;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Brings what events say of colleagues into their presence. Only events come this way: a listed,
 * finished call never changes what somebody does.
 */
public final class PresenceProjection {

  private final CallEventRepository events;
  private final PresenceRepository presences;

  public PresenceProjection(CallEventRepository events, PresenceRepository presences) {
    this.events = events;
    this.presences = presences;
  }

  /** The calls whose events are in their rows. */
  public static Set<CallId> calls(List<Projected> batch) {
    Set<CallId> calls = new LinkedHashSet<>();
    for (Projected projected : batch) {
      if (projected instanceof Projected.Stored stored) {
        stored.event().event().notice().callId().map(CallId::new).ifPresent(calls::add);
      }
    }
    return calls;
  }

  /**
   * Tells of calls: 1 request per call, and per colleague of it 1, or 2 when something new is said.
   *
   * @throws RuntimeException of the first that could not be kept; the same again does no harm
   */
  public void project(Collection<CallId> calls) {
    for (CallId call : calls) {
      // All of its events, not only those of a batch: who is in the call when it ends is said by
      // others than the one that ends it.
      timesOf(call).ifPresent(times -> tell(call, times));
    }
  }

  private Optional<EventTimes> timesOf(CallId call) {
    return events.ofCall(call).stream()
        .filter(event -> event.standing() == EventStanding.RECEIVED)
        .flatMap(PresenceProjection::times)
        .reduce(EventTimes::join);
  }

  private static Stream<EventTimes> times(StoredEvent event) {
    return switch (EventReading.of(event.notice())) {
      case EventReading.Understood understood -> Stream.of(EventTimes.of(understood.event()));
      case EventReading.Parked _ -> Stream.empty();
    };
  }

  private void tell(CallId call, EventTimes times) {
    Set<Extension> colleagues = new TreeSet<>();
    for (EventMark mark : times.spans().keySet()) {
      mark.extension().ifPresent(colleagues::add);
    }
    for (Extension colleague : colleagues) {
      presences.add(colleague, known -> known.with(call.value(), times));
    }
  }
}
