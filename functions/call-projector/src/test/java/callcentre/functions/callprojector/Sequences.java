package callcentre.functions.callprojector;

import callcentre.domain.events.EventNotice;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documented sequences of events (MightyCall reference 4.5). */
final class Sequences {

  static final Instant START = Instant.parse("2026-11-21T15:04:05.500Z");

  private static final String CLIENT = "+13475550123";
  private static final String BUSINESS = "+12125550147";

  private Sequences() {}

  /** Type and extension of each event, a second after the one before. */
  enum Sequence {
    ANSWERED(
        "IncomingCall",
        "IncomingCallRinging 101",
        "IncomingCallConnected 101",
        "IncomingCallCompleted"),
    MISSED(
        "IncomingCall",
        "IncomingCallRinging 101",
        "IncomingCallStopRinging 101",
        "IncomingCallCompleted"),
    SEQUENTIAL(
        "IncomingCall",
        "IncomingCallRinging 101",
        "IncomingCallStopRinging 101",
        "IncomingCallRinging 102",
        "IncomingCallConnected 102",
        "IncomingCallCompleted"),
    GROUP(
        "IncomingCall",
        "IncomingCallRinging 101",
        "IncomingCallRinging 102",
        "IncomingCallRinging 103",
        "IncomingCallStopRinging 101",
        "IncomingCallStopRinging 103",
        "IncomingCallConnected 102",
        "IncomingCallCompleted"),
    OUTGOING("OutgoingCall 101", "OutgoingCallConnected 101", "OutgoingCallCompleted 101"),
    CALLBACK_TRANSFER(
        "CallbackCall",
        "CallbackCallRinging 105",
        "CallbackCallConnected 105",
        "IncomingCallRinging 101",
        "CallbackCallCompleted 105",
        "IncomingCallConnected 101",
        "IncomingCallCompleted 101",
        "CallbackCallCompleted"),
    CONTACT_CENTRE(
        "IncomingCall",
        "IncomingCallAgentRinging 101",
        "IncomingCallAgentConnected 101",
        "IncomingCallAgentCompleted 101",
        "IncomingCallCompleted"),
    VOICEMAIL(
        "IncomingCall",
        "IncomingCallRinging 101",
        "IncomingStopRinging 101",
        "IncomingCallCompleted");

    private final List<String> steps;

    Sequence(String... steps) {
      this.steps = List.of(steps);
    }

    /** Its events in order of their time. */
    List<StoredEvent> of(String call) {
      return of(call, Duration.ZERO);
    }

    /** The same of a call that began later. */
    List<StoredEvent> of(String call, Duration later) {
      List<StoredEvent> events = new ArrayList<>();
      for (String step : steps) {
        String[] words = step.split(" ", 2);
        events.add(
            event(
                call,
                words[0],
                words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
                START.plus(later).plusSeconds(events.size()).toString(),
                !words[0].startsWith("Incoming") || this == CALLBACK_TRANSFER));
      }
      return events;
    }
  }

  static String call(int number) {
    return "a91c7d44-0e6b-4f38-b2d5-%012x".formatted(number);
  }

  static StoredEvent event(String call, String type, String extension, String timestamp) {
    return event(call, type, Optional.of(extension), timestamp, false);
  }

  private static StoredEvent event(
      String call, String type, Optional<String> extension, String timestamp, boolean out) {
    return new StoredEvent(
        new EventNotice(
            type,
            Optional.of(call),
            extension,
            Optional.of(timestamp),
            Optional.of(out ? BUSINESS : CLIENT),
            Optional.of(out ? CLIENT : BUSINESS)),
        "{\"ApiKey\":\"***\"}",
        START.plusSeconds(9),
        EventStanding.RECEIVED);
  }
}
