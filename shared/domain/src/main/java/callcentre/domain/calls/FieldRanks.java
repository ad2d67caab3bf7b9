package callcentre.domain.calls;

import static callcentre.domain.calls.CallSource.CALLS;
import static callcentre.domain.calls.CallSource.COMMENT_EDIT;
import static callcentre.domain.calls.CallSource.JOURNAL;
import static callcentre.domain.calls.CallSource.MAKECALL;
import static callcentre.domain.calls.CallSource.READ_EDIT;
import static callcentre.domain.calls.CallSource.WORKFLOW_EDIT;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a row believes, field by field: the one table of it. */
final class FieldRanks {

  /** The most believed first; sources of one set are equals, of which the newest speaks. */
  private static final Map<CallField, List<Set<CallSource>>> TABLE =
      Map.ofEntries(
          // Only the journal tells a call-back from a call of ours.
          believed(CallField.DIRECTION, Set.of(JOURNAL), Set.of(CALLS), Set.of(MAKECALL)),
          believed(CallField.STATUS, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          // Only /calls names everybody who was dialled.
          believed(CallField.PARTIES, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          believed(CallField.BUSINESS_NUMBER, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          believed(CallField.STARTED, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          believed(CallField.CONNECTED, Set.of(JOURNAL), Set.of(CALLS)),
          // Milliseconds before whole seconds.
          believed(CallField.DURATION, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          believed(CallField.AGENT, Set.of(CALLS), Set.of(JOURNAL), Set.of(MAKECALL)),
          believed(CallField.RECORDING, Set.of(CALLS, JOURNAL)),
          believed(CallField.COMMENT, Set.of(JOURNAL, COMMENT_EDIT)),
          believed(CallField.WORKFLOW, Set.of(JOURNAL, WORKFLOW_EDIT)),
          believed(CallField.READ, Set.of(JOURNAL, READ_EDIT)));

  private FieldRanks() {}

  /** Higher is more believed; 0 for a source that does not count in this field. */
  static int rank(CallField field, CallSource source) {
    List<Set<CallSource>> tiers = TABLE.getOrDefault(field, List.of());
    for (int tier = 0; tier < tiers.size(); tier++) {
      if (tiers.get(tier).contains(source)) {
        return tiers.size() - tier;
      }
    }
    return 0;
  }

  @SafeVarargs
  private static Map.Entry<CallField, List<Set<CallSource>>> believed(
      CallField field, Set<CallSource>... tiers) {
    return Map.entry(field, List.of(tiers));
  }
}
