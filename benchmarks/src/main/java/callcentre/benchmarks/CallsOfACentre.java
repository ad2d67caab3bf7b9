package callcentre.benchmarks;

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
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;

/** Incoming calls of a busy centre as both families tell them; the same seed tells the same. */
final class CallsOfACentre {

  /** After all of them. */
  static final Instant LATER = Instant.parse("2026-11-21T00:00:00Z");

  private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration APART = Duration.ofSeconds(17);
  private static final int NUMBERS = 20;
  private static final int CLIENTS = 4_000;
  private static final int AGENTS = 40;

  private final int count;
  private final long seed;

  CallsOfACentre(int count, long seed) {
    this.count = count;
    this.seed = seed;
  }

  List<CallFact> listed() {
    return all(index -> new ListedCall(guid(index), details(index), LATER));
  }

  /**
   * @param named whether the records name their calls
   */
  List<CallFact> journal(boolean named) {
    return all(
        index ->
            new JournalCall(
                new CallId("%08x%016x".formatted(seed, index)),
                named ? Optional.of(guid(index)) : Optional.empty(),
                details(index),
                JournalNotes.NONE,
                LATER));
  }

  private List<CallFact> all(IntFunction<CallFact> fact) {
    List<CallFact> facts = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      facts.add(fact.apply(index));
    }
    return facts;
  }

  private CallId guid(int index) {
    return new CallId("%08x-0000-4000-8000-%012x".formatted(seed, index));
  }

  private CallDetails details(int index) {
    Random random = new Random(seed * 1_000_003 + index);
    Instant startedAt = FIRST.plus(APART.multipliedBy(index)).plusMillis(random.nextInt(1_000));
    Party agent =
        Party.extension(
            new Extension(Integer.toString(100 + random.nextInt(AGENTS))), Optional.of("An agent"));
    return new CallDetails(
        Direction.INCOMING,
        CallStatus.CONNECTED,
        Party.number(
            new PhoneNumber("+1347555%04d".formatted(random.nextInt(CLIENTS))), Optional.empty()),
        List.of(new Leg(agent, true, true)),
        Optional.of(new PhoneNumber("+1212555%04d".formatted(random.nextInt(NUMBERS)))),
        startedAt,
        Optional.of(startedAt.plusSeconds(8)),
        Optional.of(Duration.ofMillis(1_000 + random.nextInt(600_000))),
        Optional.empty(),
        Optional.empty());
  }
}
