package callcentre.domain.calls;

import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts about the calls of the provider's samples, by hand and at random. */
public final class CallFacts {

  public static final CallId GUID = new CallId("a91c7d44-0e6b-4f38-b2d5-1c3e5f708192");
  public static final CallId JOURNAL_ID = new CallId("66e5b0f3c1a2d3e4f5061728");
  public static final Instant START = Instant.parse("2026-09-14T16:20:03.070Z");
  public static final PhoneNumber BUSINESS = new PhoneNumber("+12125550147");
  public static final PhoneNumber CLIENT = new PhoneNumber("+13475550123");
  public static final Party JORDAN = Party.number(CLIENT, Optional.of("Jordan Blake"));
  public static final Party MARIA =
      Party.extension(new Extension("101"), Optional.of("Maria Lopez"));
  public static final Party SAM = Party.extension(new Extension("102"), Optional.of("Sam Reed"));

  private CallFacts() {}

  public static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  public static Leg talked(Party party) {
    return new Leg(party, true, false);
  }

  public static Leg talkedFirst(Party party) {
    return new Leg(party, true, true);
  }

  public static Leg rang(Party party) {
    return new Leg(party, false, false);
  }

  /** A call of a client to the business number. */
  public static CallDetails incoming(CallStatus status, Leg... legs) {
    return details(Direction.INCOMING, status, JORDAN, List.of(legs), Optional.empty());
  }

  /** A call of Maria to a client. */
  public static CallDetails outgoing(CallStatus status, Leg... legs) {
    return details(Direction.OUTGOING, status, MARIA, List.of(legs), Optional.empty());
  }

  public static CallDetails details(
      Direction direction,
      CallStatus status,
      Party caller,
      List<Leg> legs,
      Optional<Duration> duration) {
    return new CallDetails(
        direction,
        status,
        caller,
        legs,
        Optional.of(BUSINESS),
        START,
        Optional.empty(),
        duration,
        Optional.empty(),
        Optional.empty());
  }

  public static CallDetails respondedAfter(CallDetails details, Duration wait) {
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        details.legs(),
        details.businessNumber(),
        details.startedAt(),
        Optional.of(details.startedAt().plus(wait)),
        details.duration(),
        details.agent(),
        details.recording());
  }

  public static CallDetails lasting(CallDetails details, Duration duration) {
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        details.legs(),
        details.businessNumber(),
        details.startedAt(),
        details.connectedAt(),
        Optional.of(duration),
        details.agent(),
        details.recording());
  }

  public static CallDetails recorded(CallDetails details, String link) {
    return recorded(details, new Recording(true, Optional.empty(), Optional.of(link)));
  }

  public static CallDetails recorded(CallDetails details, Recording recording) {
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        details.legs(),
        details.businessNumber(),
        details.startedAt(),
        details.connectedAt(),
        details.duration(),
        details.agent(),
        Optional.of(recording));
  }

  public static CallDetails startingAt(CallDetails details, Instant start) {
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        details.legs(),
        details.businessNumber(),
        start,
        details.connectedAt(),
        details.duration(),
        details.agent(),
        details.recording());
  }

  public static ListedCall listed(CallDetails details, int minute) {
    return new ListedCall(GUID, details, minute(minute));
  }

  public static JournalCall journal(CallDetails details, JournalNotes notes, int minute) {
    return new JournalCall(JOURNAL_ID, Optional.of(GUID), details, notes, minute(minute));
  }

  public static JournalCall journal(CallDetails details, int minute) {
    return journal(details, JournalNotes.NONE, minute);
  }

  public static JournalCall journalWithZeros(CallDetails details, int minute) {
    return new JournalCall(
        JOURNAL_ID, Optional.empty(), details, JournalNotes.NONE, minute(minute));
  }

  /** Facts of every source about one call; few values and times, so that they often meet. */
  public static Arbitrary<CallFact> about() {
    Arbitrary<Instant> times = Arbitraries.integers().between(0, 5).map(CallFacts::minute);
    Arbitrary<Optional<String>> comments =
        Arbitraries.of("call back", "resolved by phone").optional();
    return Arbitraries.oneOf(
        Combinators.combine(details(), times).as((told, at) -> new ListedCall(GUID, told, at)),
        Combinators.combine(details(), comments, Arbitraries.of(WorkflowState.values()), times)
            .as(
                (told, comment, state, at) ->
                    new JournalCall(
                        JOURNAL_ID,
                        Optional.of(GUID),
                        told,
                        new JournalNotes(comment, state, comment.isPresent()),
                        at)),
        Combinators.combine(details(), times).as((told, at) -> new RequestedCall(GUID, told, at)),
        CallEvents.about(GUID).map(EventFact::of),
        Combinators.combine(comments, times)
            .as((comment, at) -> new CommentEdit(GUID, JOURNAL_ID, comment, at)),
        Combinators.combine(Arbitraries.of(WorkflowState.values()), times)
            .as((state, at) -> new WorkflowEdit(GUID, JOURNAL_ID, state, at)),
        Combinators.combine(Arbitraries.of(true, false), times)
            .as((read, at) -> new ReadEdit(GUID, JOURNAL_ID, read, at)));
  }

  private static Arbitrary<CallDetails> details() {
    Arbitrary<Leg> legs =
        Combinators.combine(
                Arbitraries.of(MARIA, SAM, JORDAN),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as((party, connected, first) -> new Leg(party, connected, connected && first));
    return Combinators.combine(
            Arbitraries.of(Direction.values()),
            Arbitraries.of(CallStatus.values()),
            Arbitraries.of(JORDAN, MARIA, Party.anonymous(Optional.empty())),
            legs.list().ofMaxSize(3),
            Arbitraries.of(BUSINESS).optional(),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 90).optional(),
            Arbitraries.of("https://panel.mightycall.com/1", "https://panel.mightycall.com/2")
                .optional())
        .as(
            (direction, status, caller, dialled, business, second, seconds, link) ->
                new CallDetails(
                    direction,
                    status,
                    caller,
                    dialled,
                    business,
                    START.plusSeconds(second),
                    seconds.map(START::plusSeconds),
                    seconds.map(Duration::ofSeconds),
                    Optional.empty(),
                    link.map(at -> new Recording(true, Optional.empty(), Optional.of(at)))));
  }
}
