package callcentre.domain.calls;

import static callcentre.domain.calls.CallSource.CALLS;
import static callcentre.domain.calls.CallSource.COMMENT_EDIT;
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
          // Only the journal tells a call-back from a call of ours.
          .believing(CallField.DIRECTION, Set.of(JOURNAL), Set.of(CALLS), Set.of(MAKECALL))
          .believing(CallField.STATUS, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.CALLER, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          // Only /calls names everybody who was dialled.
          .believing(CallField.LEGS, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.BUSINESS_NUMBER, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.STARTED, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.CONNECTED, Set.of(JOURNAL), Set.of(CALLS))
          // Milliseconds before whole seconds.
          .believing(CallField.DURATION, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.AGENT, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL))
          .believing(CallField.RECORDING, Set.of(CALLS, JOURNAL))
          .believing(CallField.COMMENT, Set.of(JOURNAL, COMMENT_EDIT))
          .believing(CallField.WORKFLOW, Set.of(JOURNAL, WORKFLOW_EDIT))
          .believing(CallField.READ, Set.of(JOURNAL, READ_EDIT));

  private FieldRanks() {}
}
