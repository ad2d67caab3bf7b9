package callcentre.storage.sms;

import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendState;
import java.util.Map;
import java.util.Set;

/**
 * The messages of a group that have or had a claim.
 *
 * @param states where they stand
 * @param recorded those whose record in the journal is known and hidden behind them
 */
public record GroupMembers(Map<OutgoingId, SendState> states, Set<OutgoingId> recorded) {

  public GroupMembers {
    states = Map.copyOf(states);
    recorded = Set.copyOf(recorded);
  }

  /** Whether the journal has nothing more to tell of them. */
  public boolean areAllRecorded() {
    return recorded.containsAll(states.keySet());
  }
}
