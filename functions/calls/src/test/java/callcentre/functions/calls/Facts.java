package callcentre.functions.calls;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.Recording;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a sync would make of the provider's answers, written down for tests. */
final class Facts {

  static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  static final PhoneNumber CLIENT = new PhoneNumber("+13475550123");
  static final Instant OBSERVED = Instant.parse("2026-11-21T09:50:00Z");

  private Facts() {}

  static CallId guid(int number) {
    return new CallId("00000000-0000-4000-8000-%012x".formatted(number));
  }

  static CallId journalId(int number) {
    return new CallId("66e5%020x".formatted(number));
  }

  /** A client calls a number; the extension, if any, talks for a minute. */
  static ListedCall incoming(int number, String at, PhoneNumber business, Optional<String> talker) {
    Optional<Leg> leg =
        talker.map(
            digits ->
                new Leg(
                    Party.extension(new Extension(digits), Optional.of("Agent " + digits)),
                    true,
                    true));
    return new ListedCall(
        guid(number),
        new CallDetails(
            Direction.INCOMING,
            talker.isPresent() ? CallStatus.CONNECTED : CallStatus.MISSED,
            Party.number(CLIENT, Optional.of("Jordan Blake")),
            leg.stream().toList(),
            Optional.of(business),
            Instant.parse(at),
            Optional.empty(),
            Optional.of(talker.isPresent() ? Duration.ofMillis(64_125) : Duration.ZERO),
            Optional.empty(),
            talker.map(
                any ->
                    new Recording(
                        true,
                        Optional.empty(),
                        Optional.of("https://panel.mightycall.com/a.wav")))),
        OBSERVED);
  }

  /** The journal's record of a call, which names it. */
  static JournalCall journal(int number, ListedCall call) {
    return journal(number, Optional.of(call.id()), call.details());
  }

  static JournalCall journal(int number, Optional<CallId> guid, CallDetails details) {
    return new JournalCall(
        journalId(number),
        guid,
        details,
        new JournalNotes(Optional.empty(), WorkflowState.OPEN, false),
        OBSERVED);
  }
}
