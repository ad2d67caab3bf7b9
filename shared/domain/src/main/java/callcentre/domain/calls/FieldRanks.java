package callcentre.domain.calls;

import static callcentre.domain.calls.CallSource.CALLS;
import static callcentre.domain.calls.CallSource.COMMENT_EDIT;
import static callcentre.domain.calls.CallSource.EVENTS;
import static callcentre.domain.calls.CallSource.JOURNAL;
import static callcentre.domain.calls.CallSource.MAKECALL;
import static callcentre.domain.calls.CallSource.READ_EDIT;
import static callcentre.domain.calls.CallSource.WORKFLOW_EDIT;

import callcentre.domain.evidence.RankTable;
import java.util.Set;

/** Whom a row believes, field by field: the one table of it. */
final class FieldRanks {

  static final RankTable<CallField, CallSource> TABLE =
      new RankTable<CallField, CallSource>()
          // Only the journal and events tell a call-back from a call of ours.
          .believing(CallField.DIRECTION, of(JOURNAL), of(EVENTS), of(CALLS), of(MAKECALL))
          // The end of a call looks the same in events whether a voicemail was left or not.
          .believing(CallField.STATUS, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          // While a call goes on, events know first.
          .believing(CallField.PROGRESS, of(EVENTS), of(CALLS), of(JOURNAL), of(MAKECALL))
          .believing(CallField.CALLER, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          // Only /calls names everybody who was dialled.
          .believing(CallField.LEGS, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          .believing(CallField.BUSINESS_NUMBER, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          .believing(CallField.STARTED, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          .believing(CallField.CONNECTED, of(JOURNAL), of(CALLS), of(EVENTS))
          // Milliseconds before whole seconds, and what was counted before what was observed.
          .believing(CallField.DURATION, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          .believing(CallField.AGENT, of(CALLS), of(JOURNAL), of(EVENTS), of(MAKECALL))
          .believing(CallField.RECORDING, of(CALLS, JOURNAL))
          .believing(CallField.COMMENT, of(JOURNAL, COMMENT_EDIT))
          .believing(CallField.WORKFLOW, of(JOURNAL, WORKFLOW_EDIT))
          .believing(CallField.READ, of(JOURNAL, READ_EDIT));

  private FieldRanks() {}

  private static Set<CallSource> of(CallSource... equals) {
    return Set.of(equals);
  }
}
