package callcentre.domain.calls;

import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventNotice;
import callcentre.domain.events.EventReading;
import callcentre.domain.events.EventReading.Understood;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events as the provider sends them, by hand and at random. */
public final class CallEvents {

  private static final String CLIENT = "+13475550123";
  private static final String BUSINESS = "+12125550147";

  private CallEvents() {}

  /** Of a client's call. */
  public static EventNotice incoming(String type, int second, String extension) {
    return notice(type, second, extension, CLIENT, BUSINESS);
  }

  /** Of a call of ours, or of a call-back. */
  public static EventNotice outgoing(String type, int second, String extension) {
    return notice(type, second, extension, BUSINESS, CLIENT);
  }

  /** Of a call to colleague 105. */
  public static EventNotice internal(String type, int second, String extension) {
    return notice(type, second, extension, BUSINESS, "105");
  }

  /**
   * @param second after the call's beginning
   * @param extension empty text for none
   */
  public static EventNotice notice(
      String type, int second, String extension, String from, String to) {
    return new EventNotice(
        type,
        Optional.of(CallFacts.GUID.value()),
        Optional.of(extension),
        Optional.of(CallFacts.START.plusSeconds(second).toString()),
        Optional.of(from),
        Optional.of(to));
  }

  public static EventFact fact(EventNotice notice) {
    if (EventReading.of(notice) instanceof Understood understood) {
      return EventFact.of(understood.event());
    }
    throw new IllegalArgumentException("not understood: " + notice);
  }

  /** The row that the events make. */
  public static Call row(EventNotice... notices) {
    return evidence(List.of(notices)).view();
  }

  public static CallEvidence evidence(List<EventNotice> notices) {
    return new CallEvidence(notices.stream().<CallFact>map(CallEvents::fact).toList());
  }

  /** Any event of one call; few times and extensions, so that they often meet. */
  public static Arbitrary<CallEvent> about(CallId call) {
    return Combinators.combine(
            Arbitraries.of(
                "IncomingCall",
                "IncomingCallRinging",
                "IncomingCallStopRinging",
                "IncomingCallConnected",
                "IncomingCallCompleted",
                "OutgoingCall",
                "OutgoingCallConnected",
                "OutgoingCallCompleted",
                "CallbackCallRinging",
                "CallbackCallConnected",
                "CallbackCallCompleted",
                "IncomingCallAgentCompleted",
                "OutgoingCallAgentDialing"),
            Arbitraries.integers().between(0, 6),
            Arbitraries.of("", "101", "102", "105"),
            Arbitraries.of(CLIENT, BUSINESS, "Website widget"),
            Arbitraries.of(CLIENT, BUSINESS, "105"))
        .as(CallEvents::notice)
        .map(EventReading::of)
        .map(reading -> ((Understood) reading).event())
        .filter(event -> event.callId().equals(call.value()));
  }
}
