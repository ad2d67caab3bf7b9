package callcentre.domain.calls;

import callcentre.domain.events.CallEvent;
import callcentre.domain.events.EventTimes;
import callcentre.domain.evidence.Fact;
import java.time.Instant;
import java.util.Optional;

/** Something a source said of one call. */
public sealed interface CallFact extends Fact<CallSource> {

  /** The row that it names: the GUID where the source has it, else the journal's id. */
  CallId id();

  /** The same content as the other, whenever either was observed; a link is no content. */
  default boolean saysTheSameAs(CallFact other) {
    return content().equals(other.content());
  }

  /** This fact at a fixed time and without links. */
  CallFact content();

  /** A fact that describes the call itself. */
  sealed interface Described extends CallFact {

    CallDetails details();

    @Override
    default boolean settled() {
      return details().status().isTerminal();
    }
  }

  /** A call of {@code GET /calls} or {@code GET /calls/{id}}. */
  record ListedCall(CallId id, CallDetails details, Instant observedAt) implements Described {

    @Override
    public CallSource source() {
      return CallSource.CALLS;
    }

    @Override
    public CallFact content() {
      return new ListedCall(id, details.withoutLink(), Instant.EPOCH);
    }
  }

  /**
   * A journal record of a call.
   *
   * @param journalId the record's own id, through which it is changed
   * @param guid the call's id; empty when the record has zeros there
   */
  record JournalCall(
      CallId journalId,
      Optional<CallId> guid,
      CallDetails details,
      JournalNotes notes,
      Instant observedAt)
      implements Described {

    @Override
    public CallId id() {
      return guid.orElse(journalId);
    }

    @Override
    public CallSource source() {
      return CallSource.JOURNAL;
    }

    @Override
    public CallFact content() {
      return new JournalCall(journalId, guid, details.withoutLink(), notes, Instant.EPOCH);
    }
  }

  /** The provider's answer to a call that we started. */
  record RequestedCall(CallId id, CallDetails details, Instant observedAt) implements Described {

    @Override
    public CallSource source() {
      return CallSource.MAKECALL;
    }

    @Override
    public CallFact content() {
      return new RequestedCall(id, details.withoutLink(), Instant.EPOCH);
    }
  }

  /**
   * What a call's events say together. Of two such facts none is the newer: they are joined.
   *
   * @param times the reduced times of the events
   * @param from as the events name it (MightyCall reference 4.3)
   * @param to as the events name it
   */
  record EventFact(CallId id, EventTimes times, Party from, Party to) implements Described {

    /** What one event says of its call. */
    public static EventFact of(CallEvent event) {
      return new EventFact(
          new CallId(event.callId()),
          EventTimes.of(event),
          Party.of(event.from().orElse(""), Optional.empty()),
          Party.of(event.to().orElse(""), Optional.empty()));
    }

    /** What both say. The ends are the same in all events; should they differ, order does not. */
    public EventFact join(EventFact other) {
      return new EventFact(
          id.compareTo(other.id) <= 0 ? id : other.id,
          times.join(other.times),
          from.orRather(other.from),
          to.orRather(other.to));
    }

    @Override
    public CallDetails details() {
      return EventDetails.of(this);
    }

    @Override
    public CallSource source() {
      return CallSource.EVENTS;
    }

    /** The timestamp of the newest event (design: "The one idea"). */
    @Override
    public Instant observedAt() {
      return times.newest();
    }

    @Override
    public CallFact content() {
      return this;
    }
  }

  /** Something that a person here changed in the journal, after the provider took it. */
  sealed interface CallEdit extends CallFact {

    /** The journal record that was changed. The edit belongs to it, wherever it is joined. */
    CallId journalId();
  }

  /**
   * @param comment empty when it was removed
   */
  record CommentEdit(CallId id, CallId journalId, Optional<String> comment, Instant observedAt)
      implements CallEdit {

    @Override
    public CallSource source() {
      return CallSource.COMMENT_EDIT;
    }

    @Override
    public CallFact content() {
      return new CommentEdit(journalId, journalId, comment, Instant.EPOCH);
    }
  }

  record WorkflowEdit(CallId id, CallId journalId, WorkflowState workflow, Instant observedAt)
      implements CallEdit {

    @Override
    public CallSource source() {
      return CallSource.WORKFLOW_EDIT;
    }

    @Override
    public CallFact content() {
      return new WorkflowEdit(journalId, journalId, workflow, Instant.EPOCH);
    }
  }

  record ReadEdit(CallId id, CallId journalId, boolean read, Instant observedAt)
      implements CallEdit {

    @Override
    public CallSource source() {
      return CallSource.READ_EDIT;
    }

    @Override
    public CallFact content() {
      return new ReadEdit(journalId, journalId, read, Instant.EPOCH);
    }
  }
}
