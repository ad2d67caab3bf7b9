package callcentre.storage.calls;

import callcentre.domain.calls.CallDetails;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallFact.CommentEdit;
import callcentre.domain.calls.CallFact.Described;
import callcentre.domain.calls.CallFact.JournalCall;
import callcentre.domain.calls.CallFact.ListedCall;
import callcentre.domain.calls.CallFact.ReadEdit;
import callcentre.domain.calls.CallFact.RequestedCall;
import callcentre.domain.calls.CallFact.WorkflowEdit;
import callcentre.domain.calls.CallId;
import callcentre.domain.calls.CallSource;
import callcentre.domain.calls.CallStatus;
import callcentre.domain.calls.Direction;
import callcentre.domain.calls.JournalNotes;
import callcentre.domain.calls.Leg;
import callcentre.domain.calls.WorkflowState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.database.ItemReader;
import callcentre.storage.database.ItemWriter;
import java.time.Duration;
import java.time.Instant;

/** The facts of a call as maps inside its row. */
final class CallFactItems {

  private static final String SOURCE = "source";
  private static final String AT = "at";
  private static final String ID = "call";
  private static final String COMMENT = "comment";
  private static final String WORKFLOW = "workflow";
  private static final String READ = "read";
  private static final String DIRECTION = "direction";
  private static final String STATUS = "status";
  private static final String CALLER = "caller";
  private static final String LEGS = "legs";
  private static final String CONNECTED = "connected";
  private static final String FIRST = "first";
  private static final String BUSINESS_NUMBER = "business_number";
  private static final String STARTED = "started";
  private static final String CONNECTED_AT = "connected_at";
  private static final String DURATION = "duration";
  private static final String AGENT = "agent";
  private static final String RECORDING = "recording";

  private CallFactItems() {}

  static ItemWriter write(CallFact fact) {
    ItemWriter item =
        new ItemWriter().text(SOURCE, fact.source().wireName()).time(AT, fact.observedAt());
    if (fact instanceof Described described) {
      write(item, described.details());
    }
    return switch (fact) {
      case ListedCall listed -> item.text(ID, listed.id().value());
      case RequestedCall requested -> item.text(ID, requested.id().value());
      case JournalCall journal ->
          item.text(ID, journal.guid().map(CallId::value))
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
      case CALLS -> new ListedCall(id, readDetails(item), at);
      case MAKECALL -> new RequestedCall(id, readDetails(item), at);
      case JOURNAL ->
          new JournalCall(
              id, item.findText(ID).map(CallId::new), readDetails(item), readNotes(item), at);
      case COMMENT_EDIT -> new CommentEdit(id, id, item.findText(COMMENT), at);
      case WORKFLOW_EDIT -> new WorkflowEdit(id, id, readWorkflow(item), at);
      case READ_EDIT -> new ReadEdit(id, id, item.flag(READ), at);
    };
  }

  private static void write(ItemWriter item, CallDetails details) {
    item.text(DIRECTION, details.direction().wireName())
        .text(STATUS, details.status().wireName())
        .map(CALLER, PartyItems.write(details.caller()))
        .maps(LEGS, details.legs().stream().map(CallFactItems::write).toList())
        .text(BUSINESS_NUMBER, details.businessNumber().map(PhoneNumber::e164))
        .time(STARTED, details.startedAt())
        .time(CONNECTED_AT, details.connectedAt())
        .text(DURATION, details.duration().map(Duration::toString))
        .map(AGENT, details.agent().map(PartyItems::write))
        .map(RECORDING, details.recording().map(PartyItems::write));
  }

  private static ItemWriter write(Leg leg) {
    ItemWriter item = PartyItems.write(leg.party());
    if (leg.connected()) {
      item.flag(CONNECTED, true);
    }
    return leg.first() ? item.flag(FIRST, true) : item;
  }

  private static CallDetails readDetails(ItemReader item) {
    return new CallDetails(
        item.read(DIRECTION, text -> Direction.ofWireName(text).orElseThrow()),
        item.read(STATUS, text -> CallStatus.ofWireName(text).orElseThrow()),
        PartyItems.readParty(item.map(CALLER)),
        item.maps(LEGS).stream().map(CallFactItems::readLeg).toList(),
        PartyItems.findNumber(item, BUSINESS_NUMBER),
        item.time(STARTED),
        item.findTime(CONNECTED_AT),
        PartyItems.findDuration(item, DURATION),
        item.findMap(AGENT).map(PartyItems::readAgent),
        item.findMap(RECORDING).map(PartyItems::readRecording));
  }

  private static Leg readLeg(ItemReader item) {
    return new Leg(
        PartyItems.readParty(item), item.names().contains(CONNECTED), item.names().contains(FIRST));
  }

  private static JournalNotes readNotes(ItemReader item) {
    return new JournalNotes(item.findText(COMMENT), readWorkflow(item), item.flag(READ));
  }

  private static WorkflowState readWorkflow(ItemReader item) {
    return item.read(WORKFLOW, text -> WorkflowState.ofWireName(text).orElseThrow());
  }
}
