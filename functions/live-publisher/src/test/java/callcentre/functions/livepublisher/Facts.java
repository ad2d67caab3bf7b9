package callcentre.functions.livepublisher;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sync would make of the provider's answers, written down for tests. */
final class Facts {

  static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  static final PhoneNumber SECOND = new PhoneNumber("+12125550148");
  static final PhoneNumber CLIENT = new PhoneNumber("+13475550123");
  static final Instant START = Instant.parse("2026-11-21T09:50:00Z");

  private static final Instant OBSERVED = Instant.parse("2026-11-21T09:55:00Z");

  private Facts() {}

  static CallId guid(int number) {
    return new CallId("00000000-0000-4000-8000-%012x".formatted(number));
  }

  /** A client calls a number, and an extension, if any, talks for a minute. */
  static ListedCall incoming(int number, Instant at, PhoneNumber business, String... talkers) {
    return new ListedCall(guid(number), details(at, business, talkers), OBSERVED);
  }

  /** The same call as the provider lists it a minute later. */
  static ListedCall relisted(int number, Instant at, PhoneNumber business, String... talkers) {
    return new ListedCall(guid(number), details(at, business, talkers), OBSERVED.plusSeconds(60));
  }

  /** The journal's record of a call, which names it. */
  static JournalCall journal(int number, Optional<CallId> guid, CallDetails details) {
    return new JournalCall(
        new CallId("66e5%020x".formatted(number)),
        guid,
        details,
        new JournalNotes(Optional.empty(), WorkflowState.OPEN, false),
        OBSERVED);
  }

  static CallDetails details(Instant at, PhoneNumber business, String... talkers) {
    List<Leg> legs =
        List.of(talkers).stream()
            .map(
                digits ->
                    new Leg(
                        Party.extension(new Extension(digits), Optional.of("Agent " + digits)),
                        true,
                        true))
            .toList();
    return new CallDetails(
        Direction.INCOMING,
        legs.isEmpty() ? CallStatus.MISSED : CallStatus.CONNECTED,
        Party.number(CLIENT, Optional.of("Jordan Blake")),
        legs,
        Optional.of(business),
        at,
        Optional.empty(),
        Optional.of(legs.isEmpty() ? Duration.ZERO : Duration.ofMillis(64_125)),
        Optional.empty(),
        Optional.empty());
  }

  /** An agent of an organisation who has answered at an extension for long. */
  static User agent(String id, String extension, String organisation) {
    Instant longAgo = Instant.parse("2026-01-01T00:00:00Z");
    return new User(
        id,
        Role.AGENT,
        Set.of(new OrganisationId(organisation)),
        List.of(new ExtensionAssignment(new Extension(extension), Interval.since(longAgo))),
        "Agent " + extension,
        Optional.empty(),
        longAgo,
        longAgo);
  }
}
