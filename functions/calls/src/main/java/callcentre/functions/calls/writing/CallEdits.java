package callcentre.functions.calls.writing;

import callcentre.answers.ProviderProblems;
import callcentre.answers.ProviderProblems.Outcome;
import callcentre.answers.Repetition;
import callcentre.api.access.Caller;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClient;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.journal.JournalWorkflow;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact.CallEdit;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.WorkflowState;
import callcentre.functions.calls.listing.VisibleCalls;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people write about a call: into its journal record at the provider first, then into the row
 * here, where it is a fact like any other. A change by somebody else at the provider that is newer
 * wins at the next pull.
 */
@Singleton
public final class CallEdits {

  private static final Logger LOG = LoggerFactory.getLogger(CallEdits.class);

  /** API Gateway gives up after 29 s; the rest is for our own reads and writes. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private static final Outcome OUTCOME =
      new Outcome(
          "Nothing was changed.", "It may have been changed; sending it again does no harm.");

  private final VisibleCalls calls;
  private final StoredCalls rows;
  private final MightyCallClient client;
  private final InstantSource clock;

  CallEdits(VisibleCalls calls, StoredCalls rows, MightyCallClient client, InstantSource clock) {
    this.calls = calls;
    this.rows = rows;
    this.client = client;
    this.clock = clock;
  }

  /** Tells the provider. */
  private interface Sending {
    void send(String journalId, CallContext context);
  }

  /** What is noted here once the provider took it. */
  private interface Noting {
    CallEdit fact(CallId call, CallId journalId, Instant at);
  }

  /**
   * Writes a comment over the one that is there.
   *
   * @return the call as it is now
   * @throws ApiException 404 for a call that the caller may not see, 409 where its journal record
   *     is not certain, or what the provider's failure answers
   */
  public Call comment(String id, CommentBody body, Caller caller) {
    String text = body.comment();
    return change(
        id,
        caller,
        "call_comment",
        (journalId, context) -> client.journal().setComment(journalId, text, context),
        (call, journalId, at) -> new CommentEdit(call, journalId, Optional.of(text), at));
  }

  /** Removes the comment; as {@link #comment}. */
  public Call removeComment(String id, Caller caller) {
    return change(
        id,
        caller,
        "call_comment_removal",
        (journalId, context) -> client.journal().removeComment(journalId, context),
        (call, journalId, at) -> new CommentEdit(call, journalId, Optional.empty(), at));
  }

  /** Sets the workflow state; as {@link #comment}. */
  public Call workflow(String id, WorkflowBody body, Caller caller) {
    WorkflowState state = body.state();
    JournalWorkflow word =
        state == WorkflowState.OPEN ? JournalWorkflow.OPEN : JournalWorkflow.RESOLVED;
    return change(
        id,
        caller,
        "call_workflow",
        (journalId, context) -> client.journal().setWorkflow(List.of(journalId), word, context),
        (call, journalId, at) -> new WorkflowEdit(call, journalId, state, at));
  }

  private Call change(String id, Caller caller, String audit, Sending sending, Noting noting) {
    Call call = calls.require(id, caller);
    CallId journalId = call.writableJournalId().orElseThrow(CallEdits::ambiguous);
    Instant sentAt = clock.instant();
    try {
      sending.send(
          journalId.value(),
          new CallContext(RequestClass.INTERACTIVE, Deadline.in(LONGEST_CALL, clock)));
    } catch (MightyCallException failure) {
      throw problem(failure, clock.instant());
    }
    LOG.atInfo()
        .addKeyValue("audit", audit)
        .addKeyValue("actor", caller.principal().userId())
        .addKeyValue("call", call.id())
        .log("A call's journal record was changed");
    return rows.note(noting.fact(call.id(), journalId, sentAt));
  }

  private static ApiException problem(MightyCallException failure, Instant now) {
    if (failure.kind() != ErrorKind.NOT_FOUND) {
      return ProviderProblems.ofWrite(failure, OUTCOME, Repetition.HARMLESS, now);
    }
    ApiException gone =
        ApiException.of(
            ErrorCode.NOT_FOUND,
            "MightyCall has no journal record of this call any more. Nothing was changed.",
            failure);
    return ProviderProblems.detailed(gone, failure, now);
  }

  private static ApiException ambiguous() {
    return ApiException.of(
        ErrorCode.AMBIGUOUS_RECORD,
        "It is not certain which journal record at MightyCall belongs to this call. Nothing was"
            + " changed. Where the journal simply was not read yet, the next sync makes it known.");
  }
}
