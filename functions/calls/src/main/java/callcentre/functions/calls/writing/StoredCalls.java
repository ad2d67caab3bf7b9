package callcentre.functions.calls.writing;

import callcentre.api.history.DoneAtProvider;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallId;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.gate.HistoryGate;
import jakarta.inject.Singleton;

/** Notes in the rows here what was done at the provider. */
@Singleton
final class StoredCalls {

  private final DoneAtProvider<CallFact, Call> rows;

  StoredCalls(HistoryGate gate, CallStore store, CallQueries calls) {
    this.rows = new DoneAtProvider<>(gate::calls, store::store, id -> calls.find(new CallId(id)));
  }

  /**
   * Stores what was done.
   *
   * @return the call as it is now
   * @throws callcentre.api.problem.ApiException 503 when it could not be stored: the provider has
   *     done it all the same
   */
  Call note(CallFact fact) {
    return rows.note(fact);
  }
}
