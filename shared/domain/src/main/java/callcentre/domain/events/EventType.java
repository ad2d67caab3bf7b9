package callcentre.domain.events;

import static callcentre.domain.events.EventFamily.CALLBACK;
import static callcentre.domain.events.EventFamily.INCOMING;
import static callcentre.domain.events.EventFamily.OUTGOING;
import static callcentre.domain.events.EventStep.CONNECTED;
import static callcentre.domain.events.EventStep.ENDED;
import static callcentre.domain.events.EventStep.LEG_ENDED;
import static callcentre.domain.events.EventStep.RINGING;
import static callcentre.domain.events.EventStep.STARTED;
import static callcentre.domain.events.EventStep.STOPPED_RINGING;

import java.util.Map;
import java.util.Optional;

/**
 * What the name of an event means. Names count whole and as they are written: {@code StopRinging}
 * contains "Ringing", and no part of a name is ever looked for (lessons: "unanswered rings counted
 * as answered").
 *
 * @param step {@link EventStep#ENDED} may yet turn out to be a leg's end ({@link #step(boolean)})
 */
public record EventType(EventFamily family, EventStep step) {

  /** The 13 types of the documentation (MightyCall reference 4.4). */
  private static final Map<String, EventType> CLASSIC =
      Map.ofEntries(
          Map.entry("IncomingCall", new EventType(INCOMING, STARTED)),
          Map.entry("IncomingCallRinging", new EventType(INCOMING, RINGING)),
          Map.entry("IncomingCallStopRinging", new EventType(INCOMING, STOPPED_RINGING)),
          Map.entry("IncomingCallConnected", new EventType(INCOMING, CONNECTED)),
          Map.entry("IncomingCallCompleted", new EventType(INCOMING, ENDED)),
          Map.entry("OutgoingCall", new EventType(OUTGOING, STARTED)),
          Map.entry("OutgoingCallConnected", new EventType(OUTGOING, CONNECTED)),
          Map.entry("OutgoingCallCompleted", new EventType(OUTGOING, ENDED)),
          Map.entry("CallbackCall", new EventType(CALLBACK, STARTED)),
          Map.entry("CallbackCallRinging", new EventType(CALLBACK, RINGING)),
          Map.entry("CallbackCallStopRinging", new EventType(CALLBACK, STOPPED_RINGING)),
          Map.entry("CallbackCallConnected", new EventType(CALLBACK, CONNECTED)),
          Map.entry("CallbackCallCompleted", new EventType(CALLBACK, ENDED)));

  /** The documentation once writes this in the sequence of a voicemail (reference 4.4). */
  private static final Map<String, EventType> SYNONYMS =
      Map.of("IncomingStopRinging", new EventType(INCOMING, STOPPED_RINGING));

  /** What follows {@code …CallAgent} in the names of the contact centre (reference 4.6). */
  private static final Map<String, EventStep> AGENT_STEPS =
      Map.of(
          "Ringing", RINGING,
          "Dialing", RINGING,
          "StopRinging", STOPPED_RINGING,
          "Connected", CONNECTED,
          "Completed", LEG_ENDED);

  private static final String AGENT = "Agent";

  /** The type of this name; empty when it is in no table. */
  public static Optional<EventType> ofName(String name) {
    return Optional.ofNullable(CLASSIC.get(name))
        .or(() -> Optional.ofNullable(SYNONYMS.get(name)))
        .or(() -> ofAgent(name));
  }

  /**
   * What happened: a filled extension makes the end of an incoming call or of a call-back the end
   * of that colleague's part. An outgoing call is over either way (reference 4.4).
   *
   * @param hasExtension whether the event names an extension
   */
  public EventStep step(boolean hasExtension) {
    return step == ENDED && hasExtension && family != OUTGOING ? LEG_ENDED : step;
  }

  private static Optional<EventType> ofAgent(String name) {
    for (EventFamily family : EventFamily.values()) {
      String prefix = family.prefix() + AGENT;
      EventStep step = name.startsWith(prefix) ? AGENT_STEPS.get(rest(name, prefix)) : null;
      if (step != null) {
        return Optional.of(new EventType(family, step));
      }
    }
    return Optional.empty();
  }

  private static String rest(String name, String prefix) {
    return name.substring(prefix.length());
  }
}
