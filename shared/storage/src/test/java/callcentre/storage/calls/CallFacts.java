package callcentre.storage.calls;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.HistoryGate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts of calls as tests need them. */
public final class CallFacts {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final PhoneNumber MAIN = new PhoneNumber("+12125550147");
  public static final PhoneNumber BRANCH = new PhoneNumber("+12125550148");
  public static final PhoneNumber CLIENT = new PhoneNumber("+13475550123");
  public static final Extension MARIA = new Extension("101");
  public static final Extension SAM = new Extension("102");

  private static final HistoryGate GATE =
      new HistoryGate(InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z")));

  private CallFacts() {}

  public static CallId guid(int index) {
    return new CallId("3f0d6a1e-52b7-4c9a-9e14-%012x".formatted(index));
  }

  public static CallId journalId(int index) {
    return new CallId("66e5b0f3%016x".formatted(index));
  }

  /** An answered incoming call: it rang at Maria's and Sam talked. */
  public static CallDetails incoming(Instant startedAt) {
    return incoming(startedAt, MAIN, CLIENT);
  }

  public static CallDetails incoming(Instant startedAt, PhoneNumber business, PhoneNumber client) {
    return new CallDetails(
        Direction.INCOMING,
        CallStatus.CONNECTED,
        Party.number(client, Optional.of("Jordan Blake")),
        List.of(
            new Leg(Party.extension(MARIA, Optional.of("Maria Lopez")), false, false),
            new Leg(Party.extension(SAM, Optional.of("Sam Reed")), true, true)),
        Optional.of(business),
        startedAt,
        Optional.empty(),
        Optional.of(Duration.ofMillis(64_125)),
        Optional.empty(),
        Optional.empty());
  }

  /** As the journal tells it: whole seconds, and when somebody answered. */
  public static CallDetails inJournal(Instant startedAt) {
    return inJournal(startedAt, MAIN, CLIENT);
  }

  public static CallDetails inJournal(Instant startedAt, PhoneNumber business, PhoneNumber client) {
    return new CallDetails(
        Direction.INCOMING,
        CallStatus.CONNECTED,
        Party.number(client, Optional.empty()),
        List.of(new Leg(Party.extension(SAM, Optional.of("Sam Reed")), true, true)),
        Optional.of(business),
        startedAt,
        Optional.of(startedAt.plusSeconds(12)),
        Optional.of(Duration.ofSeconds(64)),
        Optional.empty(),
        Optional.empty());
  }

  /** A call that Sam answered and handed over to Maria. */
  public static ListedCall transferred(int index, Instant startedAt) {
    CallDetails details = incoming(startedAt);
    return new ListedCall(
        guid(index),
        new CallDetails(
            details.direction(),
            details.status(),
            details.caller(),
            details.legs().stream().map(leg -> new Leg(leg.party(), true, leg.first())).toList(),
            details.businessNumber(),
            startedAt,
            details.connectedAt(),
            details.duration(),
            details.agent(),
            details.recording()),
        startedAt.plusSeconds(600));
  }

  public static ListedCall listed(int index, Instant startedAt) {
    return new ListedCall(guid(index), incoming(startedAt), startedAt.plusSeconds(600));
  }

  public static JournalCall journal(int index, Instant startedAt) {
    return journal(index, startedAt, Optional.empty(), "asked for a date");
  }

  public static JournalCall journal(
      int index, Instant startedAt, Optional<CallId> guid, String comment) {
    return new JournalCall(
        journalId(index),
        guid,
        inJournal(startedAt),
        new JournalNotes(Optional.of(comment), WorkflowState.OPEN, false),
        startedAt.plusSeconds(300));
  }

  public static List<Admitted<CallFact>> admit(List<? extends CallFact> facts) {
    Admission<CallFact> admission = GATE.calls(new ArrayList<>(facts));
    if (!admission.refused().isEmpty()) {
      throw new IllegalArgumentException("refused: " + admission.refused());
    }
    return admission.admitted();
  }
}
