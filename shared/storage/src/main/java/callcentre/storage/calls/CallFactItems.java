package callcentre.storage.calls;

import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.EventFact;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.WorkflowState;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Instant;

/** The facts of a call as maps inside its row. */
final class CallFactItems {

  private static final String SOURCE = "source";
  private static final String AT = "at";
  private static final String ID = "call";
  private static final String COMMENT = "comment";
  private static final String WORKFLOW = "workflow";
  private static final String READ = "read";

  private CallFactItems() {}

  static ItemWriter write(CallFact fact) {
    ItemWriter item =
        new ItemWriter().text(SOURCE, fact.source().wireName()).time(AT, fact.observedAt());
    return switch (fact) {
      case ListedCall listed ->
          CallDetailsItems.write(item, listed.details()).text(ID, listed.id().value());
      case RequestedCall requested ->
          CallDetailsItems.write(item, requested.details()).text(ID, requested.id().value());
      case EventFact events -> EventTimesItems.write(item, events);
      case JournalCall journal ->
          CallDetailsItems.write(item, journal.details())
              .text(ID, journal.guid().map(CallId::value))
              .text(COMMENT, journal.notes().comment())
              .text(WORKFLOW, journal.notes().workflow().wireName())
              .flag(READ, journal.notes().read());
      case CommentEdit edit -> item.text(COMMENT, edit.comment());
      case WorkflowEdit edit -> item.text(WORKFLOW, edit.workflow().wireName());
      case ReadEdit edit -> item.flag(READ, edit.read());
    };
  }

  /**
   * @param record the call's GUID, or the journal record's id
   */
  static CallFact read(String record, ItemReader item) {
    CallId id = new CallId(record);
    Instant at = item.time(AT);
    CallSource source = item.read(SOURCE, text -> CallSource.ofWireName(text).orElseThrow());
    return switch (source) {
      case CALLS -> new ListedCall(id, CallDetailsItems.read(item), at);
      case MAKECALL -> new RequestedCall(id, CallDetailsItems.read(item), at);
      case EVENTS -> EventTimesItems.read(id, item);
      case JOURNAL ->
          new JournalCall(
              id,
              item.findText(ID).map(CallId::new),
              CallDetailsItems.read(item),
              readNotes(item),
              at);
      case COMMENT_EDIT -> new CommentEdit(id, id, item.findText(COMMENT), at);
      case WORKFLOW_EDIT -> new WorkflowEdit(id, id, readWorkflow(item), at);
      case READ_EDIT -> new ReadEdit(id, id, item.flag(READ), at);
    };
  }

  private static JournalNotes readNotes(ItemReader item) {
    return new JournalNotes(item.findText(COMMENT), readWorkflow(item), item.flag(READ));
  }

  private static WorkflowState readWorkflow(ItemReader item) {
    return item.read(WORKFLOW, text -> WorkflowState.ofWireName(text).orElseThrow());
  }
}
