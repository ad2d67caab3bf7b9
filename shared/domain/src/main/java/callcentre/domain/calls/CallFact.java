package callcentre.domain.calls;

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
