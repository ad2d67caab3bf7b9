package callcentre.simulator.webhooks;

import callcentre.simulator.account.Identifiers;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.History;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** The events of calls that began or go on, each until it is due. */
final class EventQueue {

  /** A call that was put into the history with a beginning of just now is told too. */
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  /** After a leap of the clock, what lies further back is not told. */
  private static final Duration LONGEST_LEAP = Duration.ofDays(1);

  private static final Instant NEVER = Instant.MAX;

  private final History history;
  private final EventFaults faults;
  private final PriorityQueue<DueEvent> waiting = new PriorityQueue<>();
  private final Map<String, Instant> told = new HashMap<>();
  private SplittableRandom random;
  private Identifiers identifiers;
  private EventNames names = EventNames.CLASSIC;
  private Instant lookedAt = NEVER;
  private long added;

  EventQueue(History history, EventFaults faults, long seed) {
    this.history = history;
    this.faults = faults;
    random = grown(seed);
    identifiers = new Identifiers(random.split());
  }

  /** Ids of events are never those of the account's keys, which grow from the seed itself. */
  private static SplittableRandom grown(long seed) {
    return new SplittableRandom(~seed);
  }

  /** Forgets everything and begins with this seed. */
  synchronized void reset(long seed) {
    clear();
    random = grown(seed);
    identifiers = new Identifiers(random.split());
    names = EventNames.CLASSIC;
  }

  /** Forgets what waits. */
  synchronized void clear() {
    waiting.clear();
    told.clear();
    lookedAt = NEVER;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized EventNames names() {
    return names;
  }

  /** What events are called from now on; those that wait are called so too. */
  synchronized void names(EventNames newNames) {
    names = newNames;
  }

  /** Adds all events of a call that lie before {@code now}, to be sent at once; says how many. */
  synchronized int again(PhoneCall call, Instant now) {
    List<CallEvent> past =
        CallScript.of(call, names).stream().filter(event -> !event.at().isAfter(now)).toList();
    past.forEach(event -> add(call, event, now, true));
    return past.size();
  }

  /**
   * The events to be sent now, in their order.
   *
   * @param since calls that began earlier are not told
   */
  synchronized List<DueEvent> due(Instant now, Instant since) {
    look(now, since);
    List<DueEvent> due = new ArrayList<>();
    while (!waiting.isEmpty() && !waiting.peek().at().isAfter(now)) {
      DueEvent next = waiting.remove();
      if (next.settled()) {
        due.add(next);
      } else {
        settle(next);
      }
    }
    return due;
  }

  private void look(Instant now, Instant since) {
    Instant last = lookedAt.equals(NEVER) ? since : lookedAt;
    Instant before = last.isBefore(now) ? last : now;
    Instant from = latest(before.minus(JUST_NOW), now.minus(LONGEST_LEAP), since);
    lookedAt = now;
    if (from.isAfter(now)) {
      return;
    }
    told.values().removeIf(began -> began.isBefore(from));
    HistoryQuery begun =
        new HistoryQuery(
            from,
            now,
            now.plus(History.LONGEST.multipliedBy(2)),
            PhoneCall.class::isInstance,
            null,
            true);
    for (Conversation conversation : history.all(begun)) {
      if (conversation instanceof PhoneCall call
          && told.putIfAbsent(call.requestId(), call.at()) == null) {
        CallScript.of(call, names).forEach(event -> add(call, event, event.at(), false));
      }
    }
  }

  private void add(PhoneCall call, CallEvent event, Instant at, boolean asked) {
    String guid = event.hasZeroGuid() ? EventBody.ZERO_GUID : identifiers.guid();
    waiting.add(new DueEvent(at, added++, call, event, guid, asked, false, false, false));
  }

  private void settle(DueEvent event) {
    List<DueEvent> copies = List.of(event.asSettled());
    for (EventFault fault : faults.next(event.event().type(names).orElse(""))) {
      List<DueEvent> hit = new ArrayList<>();
      copies.forEach(copy -> hit.addAll(applied(fault, copy)));
      copies = hit;
    }
    waiting.addAll(copies);
  }

  private List<DueEvent> applied(EventFault fault, DueEvent event) {
    Duration delay = Duration.ofMillis(fault.delay());
    return switch (fault.kind()) {
      case DUPLICATE -> List.of(event, event.later(delay));
      case DELAYED -> List.of(event.later(delay));
      case SHUFFLED -> List.of(event.later(Duration.ofMillis(random.nextInt(fault.delay() + 1))));
      case DROPPED -> List.of();
      case ZERO_GUID -> List.of(event.withGuid(EventBody.ZERO_GUID));
      case FOREIGN_KEY -> List.of(event.withForeignKey());
      case LINE_BREAK -> List.of(event.withLineBreak());
    };
  }

  private static Instant latest(Instant one, Instant other, Instant third) {
    Instant later = one.isAfter(other) ? one : other;
    return later.isAfter(third) ? later : third;
  }
}
