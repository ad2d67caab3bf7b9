package callcentre.simulator.webhooks;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a call, before it has a name.
 *
 * @param extension the colleague it is about, or null where it is about the whole call
 */
record CallEvent(Kind kind, Step step, @Nullable String extension, Instant at) {

  /** What the event's name begins with. */
  enum Kind {
    INCOMING("IncomingCall"),
    OUTGOING("OutgoingCall"),
    CALLBACK("CallbackCall");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** What happened, with the end of its name in both variants (reference 4.4, 4.6). */
  enum Step {
    BEGUN("", ""),
    RINGING("Ringing", "AgentRinging"),
    /** The contact-centre variant has no name for it. */
    STOPPED_RINGING("StopRinging", null),
    CONNECTED("Connected", "AgentConnected"),
    LEG_COMPLETED("Completed", "AgentCompleted"),
    COMPLETED("Completed", "Completed");

    private final String classic;
    private final @Nullable String contactCentre;

    Step(String classic, @Nullable String contactCentre) {
      this.classic = classic;
      this.contactCentre = contactCentre;
    }
  }

  /** The name that the account's events have; empty where it has none for this. */
  Optional<String> type(EventNames names) {
    return switch (names) {
      case CLASSIC -> Optional.of(kind.word + step.classic);
      case CONTACT_CENTER ->
          kind == Kind.OUTGOING && step == Step.RINGING
              ? Optional.of("OutgoingCallAgentDialing")
              : Optional.ofNullable(step.contactCentre).map(end -> kind.word + end);
    };
  }

  /** The end of a call that clients called or asked for is told with a null. */
  boolean hasNullExtension() {
    return extension == null && step == Step.COMPLETED && kind != Kind.OUTGOING;
  }

  /** All documented outgoing examples have a GUID of zeros (reference 4.3). */
  boolean hasZeroGuid() {
    return kind == Kind.OUTGOING;
  }
}
