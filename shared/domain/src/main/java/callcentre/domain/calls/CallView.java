package callcentre.domain.calls;

import static callcentre.domain.calls.FieldRanks.TABLE;

import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.evidence.Statement;
import callcentre.domain.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Computes the visible row of an evidence, each field by {@link FieldRanks}. */
final class CallView {

  private final CallEvidence evidence;

  private CallView(CallEvidence evidence) {
    this.evidence = evidence;
  }

  static Call of(CallEvidence evidence, boolean ambiguous) {
    if (!evidence.isDescribed()) {
      throw new IllegalStateException("nothing describes the call: " + evidence.facts());
    }
    return new CallView(evidence).call(ambiguous);
  }

  private Call call(boolean ambiguous) {
    Direction direction =
        said(CallField.DIRECTION, CallDetails::direction, known -> known != Direction.UNKNOWN)
            .orElse(Direction.UNKNOWN);
    CallStatus status = status();
    List<Leg> legs =
        said(CallField.LEGS, CallDetails::legs, dialled -> !dialled.isEmpty()).orElse(List.of());
    Optional<PhoneNumber> businessNumber =
        said(CallField.BUSINESS_NUMBER, CallDetails::businessNumber);
    CallEnds ends = CallEnds.of(direction, caller(), legs, businessNumber);
    Instant startedAt = said(CallField.STARTED, CallDetails::startedAt, any -> true).orElseThrow();
    Optional<Instant> connectedAt =
        said(CallField.CONNECTED, CallDetails::connectedAt)
            // A journal record of a call that went to voicemail has been responded to as well.
            .filter(at -> status.isAnswered() && !at.isBefore(startedAt));
    Optional<Duration> duration = said(CallField.DURATION, CallDetails::duration);
    return new Call(
        evidence.id(),
        direction,
        status,
        ends.from(),
        ends.to(),
        ends.client(),
        businessNumber,
        agent(direction, status),
        legs,
        startedAt,
        connectedAt,
        connectedAt.flatMap(at -> duration.map(at::plus)).or(() -> endSeen(status, startedAt)),
        duration,
        connectedAt.map(at -> Duration.between(startedAt, at)),
        recording(),
        comment(),
        workflow(),
        read(),
        evidence.facts().stream().map(CallFact::source).toList(),
        complete(),
        match(ambiguous),
        evidence.journal().map(JournalCall::journalId));
  }

  /** Who is known before who is not: only the journal names the widget of a call-back. */
  private Party caller() {
    return said(CallField.CALLER, CallDetails::caller, Party::isKnown)
        .or(() -> said(CallField.CALLER, CallDetails::caller, unknown -> true))
        .orElseThrow();
  }

  /** A terminal status before any other, whoever says it: it is never left. */
  private CallStatus status() {
    return said(CallField.STATUS, CallDetails::status, CallStatus::isTerminal)
        .or(
            () ->
                said(CallField.PROGRESS, CallDetails::status, known -> known != CallStatus.UNKNOWN))
        .orElse(CallStatus.UNKNOWN);
  }

  /**
   * Nobody counts how long a call rang that was not answered: only its events tell when it ended.
   */
  private Optional<Instant> endSeen(CallStatus status, Instant startedAt) {
    return evidence
        .find(EventFact.class)
        .filter(seen -> status.isTerminal())
        .flatMap(seen -> seen.times().ended())
        .filter(at -> !at.isBefore(startedAt));
  }

  /** The newest link, and the length that only the journal tells, whichever was read last. */
  private Optional<Recording> recording() {
    Optional<Duration> length =
        said(CallField.RECORDING, details -> details.recording().flatMap(Recording::length));
    return said(CallField.RECORDING, CallDetails::recording).map(newest -> newest.orLength(length));
  }

  private Optional<Agent> agent(Direction direction, CallStatus status) {
    return said(CallField.AGENT, details -> Attribution.agent(direction, status, details));
  }

  private boolean complete() {
    return evidence
        .find(ListedCall.class)
        .filter(listed -> listed.settled() && listed.details().duration().isPresent())
        .isPresent();
  }

  private Match match(boolean ambiguous) {
    Optional<JournalCall> journal = evidence.journal();
    if (journal.isPresent() && journal.get().guid().isPresent()) {
      return Match.EXACT;
    }
    if (ambiguous) {
      return Match.AMBIGUOUS;
    }
    return journal.isPresent() && evidence.id().isGuid() ? Match.INFERRED : Match.NONE;
  }

  private Optional<String> comment() {
    return notes(CallField.COMMENT, JournalNotes::comment, CommentEdit.class, CommentEdit::comment)
        .flatMap(comment -> comment);
  }

  private WorkflowState workflow() {
    return notes(
            CallField.WORKFLOW, JournalNotes::workflow, WorkflowEdit.class, WorkflowEdit::workflow)
        .orElse(WorkflowState.NONE);
  }

  private boolean read() {
    return notes(CallField.READ, JournalNotes::read, ReadEdit.class, ReadEdit::read).orElse(false);
  }

  private <V, E extends CallFact> Optional<V> notes(
      CallField field, Function<JournalNotes, V> ofNotes, Class<E> edit, Function<E, V> ofEdit) {
    return Statement.best(
        Stream.concat(
            evidence.journal().stream()
                .map(record -> TABLE.statement(field, record, ofNotes.apply(record.notes()))),
            evidence.find(edit).stream()
                .map(edited -> TABLE.statement(field, edited, ofEdit.apply(edited)))));
  }

  private <V> Optional<V> said(CallField field, Function<CallDetails, Optional<V>> of) {
    return Statement.best(
        evidence
            .described()
            .flatMap(
                fact ->
                    of.apply(fact.details()).stream()
                        .map(value -> TABLE.statement(field, fact, value))));
  }

  private <V> Optional<V> said(CallField field, Function<CallDetails, V> of, Predicate<V> says) {
    return said(field, details -> Optional.of(of.apply(details)).filter(says));
  }
}
