package callcentre.storage.projection;

import callcentre.aws.ConfigurationException;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallId;
import callcentre.domain.events.EventReading;
import callcentre.storage.calls.CallStore;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.EventStanding;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.Admitted;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.gate.Refused;
import callcentre.storage.links.StoreOutcome;
import callcentre.storage.links.StoreResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Brings events into the rows of their calls. The same events in any order, any number of times, in
 * any grouping, make the same rows: replay, retry and repair are this one operation (design: "The
 * one idea").
 */
public final class EventProjection {

  /** An item that can never be written, whoever tries it (DynamoDB: common errors). */
  private static final String UNWRITABLE = "ValidationException";

  private final CallEventRepository events;
  private final HistoryGate gate;
  private final CallStore calls;

  public EventProjection(CallEventRepository events, HistoryGate gate, CallStore calls) {
    this.events = events;
    this.gate = gate;
    this.calls = calls;
  }

  /** What the events of one call that came together say, and which they are. */
  private record OfCall(EventFact fact, List<EventRow> rows) {

    OfCall with(EventFact more, EventRow row) {
      List<EventRow> both = new ArrayList<>(rows);
      both.add(row);
      return new OfCall(fact.join(more), both);
    }
  }

  /**
   * Projects events: 1 to 4 reads per 100 calls and 1 conditional put per row that changes; an
   * event that is parked or released from there costs 1 request more. Rows that say it all already
   * cost no write.
   *
   * @param rows any number
   * @return what became of each, in the same order; one that fails keeps no other from its row
   * @throws ConfigurationException when the stage is not set up; nothing was done
   */
  public List<Projected> project(List<EventRow> rows) {
    Map<EventRow, Projected> results = new LinkedHashMap<>();
    Map<CallId, OfCall> byCall = new LinkedHashMap<>();
    for (EventRow row : rows) {
      read(row, byCall, results);
    }
    store(byCall, results);
    return rows.stream().map(row -> judged(Objects.requireNonNull(results.get(row)))).toList();
  }

  private void read(EventRow row, Map<CallId, OfCall> byCall, Map<EventRow, Projected> results) {
    if (row.event().standing() == EventStanding.QUARANTINED) {
      results.put(row, new Projected.Held(row));
      return;
    }
    switch (EventReading.of(row.event().notice())) {
      case EventReading.Parked parked ->
          results.put(row, new Projected.Parked(row, parked.reason().wireName()));
      case EventReading.Understood understood -> {
        EventFact fact = EventFact.of(understood.event());
        Optional<String> refused = refused(fact);
        if (refused.isPresent()) {
          // Alone: what others say of the call is good all the same.
          results.put(row, new Projected.DeadLetter(row, refused.get()));
        } else {
          byCall.merge(
              fact.id(), new OfCall(fact, List.of(row)), (before, now) -> before.with(fact, row));
        }
      }
    }
  }

  private Optional<String> refused(EventFact fact) {
    return gate.calls(List.of(fact)).refused().stream().map(EventProjection::reason).findFirst();
  }

  private void store(Map<CallId, OfCall> byCall, Map<EventRow, Projected> results) {
    Admission<CallFact> judged = gate.calls(byCall.values().stream().map(OfCall::fact).toList());
    for (Refused<CallFact> refused : judged.refused()) {
      settle(
          byCall, refused.fact(), results, row -> new Projected.DeadLetter(row, reason(refused)));
    }
    for (StoreResult<CallFact> result : stored(judged.admitted(), byCall, results)) {
      settle(byCall, result.fact(), results, row -> outcome(row, result));
    }
  }

  /** Together where that goes, else each call alone, so that one cannot keep others back. */
  private List<StoreResult<CallFact>> stored(
      List<Admitted<CallFact>> facts,
      Map<CallId, OfCall> byCall,
      Map<EventRow, Projected> results) {
    if (facts.isEmpty()) {
      return List.of();
    }
    try {
      return calls.store(facts);
    } catch (ConfigurationException notSetUp) {
      throw notSetUp;
    } catch (RuntimeException notAll) {
      if (facts.size() == 1) {
        Admitted<CallFact> only = facts.getFirst();
        settle(byCall, only.value(), results, row -> failure(row, notAll));
        return List.of();
      }
      List<StoreResult<CallFact>> alone = new ArrayList<>();
      facts.forEach(fact -> alone.addAll(stored(List.of(fact), byCall, results)));
      return alone;
    }
  }

  private static void settle(
      Map<CallId, OfCall> byCall,
      CallFact fact,
      Map<EventRow, Projected> results,
      Function<EventRow, Projected> outcome) {
    OfCall call = byCall.get(fact.id());
    if (call != null) {
      call.rows().forEach(row -> results.put(row, outcome.apply(row)));
    }
  }

  private static Projected outcome(EventRow row, StoreResult<CallFact> result) {
    return result.outcome() == StoreOutcome.FAILED
        ? new Projected.Failed(row, result.problem().orElse("no reason given"))
        : new Projected.Stored(row, result.row(), result.outcome());
  }

  private static Projected failure(EventRow row, RuntimeException failure) {
    boolean unwritable =
        failure instanceof AwsServiceException refused
            && UNWRITABLE.equals(refused.awsErrorDetails().errorCode());
    return failure instanceof SdkException && !unwritable
        ? new Projected.Failed(row, String.valueOf(failure.getMessage()))
        : new Projected.DeadLetter(row, "row_not_written: " + failure.getClass().getSimpleName());
  }

  private static String reason(Refused<CallFact> refused) {
    return refused.reason().name().toLowerCase(Locale.ROOT);
  }

  /** Says of the event itself what became of it, where that differs from what it said before. */
  private Projected judged(Projected projected) {
    EventRow row = projected.event();
    try {
      switch (projected) {
        case Projected.Stored stored -> events.judge(row, EventStanding.RECEIVED, Optional.empty());
        case Projected.Parked(EventRow parked, String reason) ->
            events.judge(parked, EventStanding.PARKED, Optional.of(reason));
        case Projected.DeadLetter(EventRow dead, String reason) ->
            events.judge(dead, EventStanding.DEAD_LETTER, Optional.of(reason));
        case Projected.Held held -> {}
        case Projected.Failed failed -> {}
      }
      return projected;
    } catch (SdkException notSaid) {
      return new Projected.Failed(row, String.valueOf(notSaid.getMessage()));
    }
  }
}
