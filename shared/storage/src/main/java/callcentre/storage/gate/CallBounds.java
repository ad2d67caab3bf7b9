package callcentre.storage.gate;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CallEdit;
import callcentre.domain.calls.CallFact.Described;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.Leg;
import callcentre.storage.gate.Refused.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a call can be. */
final class CallBounds {

  /** A row holds so many parties (docs/tables.md, {@code call_history}). */
  static final int MOST_LEGS = 40;

  private CallBounds() {}

  static Optional<Reason> reason(CallFact fact, Bounds bounds) {
    return switch (fact) {
      case Described described ->
          bounds.reason(
              Stream.concat(
                  Stream.of(described.details().startedAt(), fact.observedAt()),
                  described.details().connectedAt().stream()),
              Stream.of(described.details().duration()),
              fact);
      case CallEdit edit -> bounds.reason(Stream.of(edit.observedAt()), Stream.empty(), edit);
    };
  }

  /** The same fact with at most {@link #MOST_LEGS} parties: whoever talked first of all. */
  static CallFact cut(CallFact fact) {
    return switch (fact) {
      case ListedCall listed ->
          new ListedCall(listed.id(), cut(listed.details()), listed.observedAt());
      case RequestedCall requested ->
          new RequestedCall(requested.id(), cut(requested.details()), requested.observedAt());
      case JournalCall journal ->
          new JournalCall(
              journal.journalId(),
              journal.guid(),
              cut(journal.details()),
              journal.notes(),
              journal.observedAt());
      // Its times are bounded by what they are.
      case EventFact events -> events;
      case CallEdit edit -> edit;
    };
  }

  private static CallDetails cut(CallDetails details) {
    List<Leg> legs = details.legs();
    if (legs.size() <= MOST_LEGS) {
      return details;
    }
    List<Leg> kept =
        Stream.concat(
                legs.stream().filter(Leg::connected), legs.stream().filter(leg -> !leg.connected()))
            .limit(MOST_LEGS)
            .toList();
    return new CallDetails(
        details.direction(),
        details.status(),
        details.caller(),
        kept,
        details.businessNumber(),
        details.startedAt(),
        details.connectedAt(),
        details.duration(),
        details.agent(),
        details.recording());
  }
}
