package callcentre.functions.calls;

import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallEvidence;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.Party;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Some weeks of calls of every kind, made by chance from a seed, with the rows that follow. */
final class History {

  static final Instant NEWEST = Instant.parse("2026-11-21T09:00:00Z");
  static final List<PhoneNumber> NUMBERS =
      List.of(
          new PhoneNumber("+12125550147"),
          new PhoneNumber("+12125550148"),
          new PhoneNumber("+18482161220"),
          new PhoneNumber("+17323286846"));
  static final List<PhoneNumber> CLIENTS =
      List.of(
          new PhoneNumber("+13475550123"),
          new PhoneNumber("+13475550199"),
          new PhoneNumber("+19175550188"));
  static final List<String> EXTENSIONS = List.of("101", "102", "103");

  private static final int MINUTES = 60 * 24 * 45;
  private static final List<String> NAMES = List.of("Jordan Blake", "Maria Lopez", "Sam Reed");
  private static final List<CallStatus> UNANSWERED =
      List.of(
          CallStatus.MISSED,
          CallStatus.VOICEMAIL,
          CallStatus.DROPPED,
          CallStatus.CANCELED,
          CallStatus.NO_ANSWER);

  final List<CallFact> facts = new ArrayList<>();

  /** Newest first. */
  final List<Call> calls = new ArrayList<>();

  private final Random random;

  private History(long seed) {
    this.random = new Random(seed);
  }

  static History of(long seed, int size) {
    History history = new History(seed);
    for (int number = 0; number < size; number++) {
      history.add(number, size);
    }
    history.calls.sort(Comparator.comparing(Call::startedAt).thenComparing(Call::id).reversed());
    return history;
  }

  private void add(int number, int size) {
    // Far enough apart that no two calls could be taken for one.
    Instant at = NEWEST.minus(Duration.ofMinutes((long) MINUTES * number / size));
    Direction direction =
        pick(
            List.of(
                Direction.INCOMING, Direction.OUTGOING, Direction.INTERNAL, Direction.CALLBACK));
    boolean connected = random.nextBoolean();
    CallStatus status = connected ? CallStatus.CONNECTED : pick(UNANSWERED);
    ListedCall listed =
        new ListedCall(
            Facts.guid(number), details(direction, status, at, connected), Facts.OBSERVED);
    CallEvidence evidence = CallEvidence.of(listed);
    facts.add(listed);
    if (random.nextInt(3) == 0) {
      JournalCall journal =
          new JournalCall(
              Facts.journalId(number),
              Optional.of(listed.id()),
              listed.details(),
              new JournalNotes(
                  Optional.of("Asked about order " + number), WorkflowState.OPEN, false),
              Facts.OBSERVED);
      facts.add(journal);
      evidence = evidence.with(journal);
    }
    calls.add(evidence.view());
  }

  private CallDetails details(
      Direction direction, CallStatus status, Instant at, boolean connected) {
    Party client = Party.number(pick(CLIENTS), Optional.of(pick(NAMES)));
    Party colleague = Party.extension(new Extension(pick(EXTENSIONS)), Optional.of(pick(NAMES)));
    Party other = Party.extension(new Extension(pick(EXTENSIONS)), Optional.empty());
    boolean ours = direction == Direction.OUTGOING || direction == Direction.INTERNAL;
    List<Leg> legs = new ArrayList<>();
    if (direction == Direction.OUTGOING) {
      legs.add(new Leg(client, connected, connected));
    } else {
      legs.add(new Leg(other, connected, connected));
    }
    if (connected && random.nextInt(4) == 0) {
      legs.add(
          new Leg(Party.extension(new Extension(pick(EXTENSIONS)), Optional.empty()), true, false));
    }
    return new CallDetails(
        direction,
        status,
        ours ? colleague : client,
        legs,
        direction == Direction.INTERNAL ? Optional.empty() : Optional.of(pick(NUMBERS)),
        at,
        Optional.empty(),
        Optional.of(connected ? Duration.ofMillis(random.nextInt(400_000)) : Duration.ZERO),
        Optional.empty(),
        Optional.empty());
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
