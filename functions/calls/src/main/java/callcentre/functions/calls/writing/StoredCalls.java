package callcentre.functions.calls.writing;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallId;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.gate.Admission;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.links.StoreResult;
import jakarta.inject.Singleton;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Notes in the rows here what was done at the provider. */
@Singleton
final class StoredCalls {

  private final HistoryGate gate;
  private final CallStore store;
  private final CallQueries calls;

  StoredCalls(HistoryGate gate, CallStore store, CallQueries calls) {
    this.gate = gate;
    this.store = store;
    this.calls = calls;
  }

  /**
   * Stores what was done.
   *
   * @return the call as it is now
   * @throws ApiException 503 when it could not be stored: the provider has done it all the same
   */
  Call note(CallFact fact) {
    try {
      Admission<CallFact> admission = gate.calls(List.of(fact));
      if (!admission.refused().isEmpty()) {
        throw unnoted(admission.refused().getFirst().reason().toString());
      }
      StoreResult<CallFact> result = store.store(admission.admitted()).getFirst();
      if (result.problem().isPresent()) {
        throw unnoted(result.problem().get());
      }
      return calls
          .find(new CallId(result.row()))
          .orElseThrow(() -> unnoted("the row " + result.row() + " is gone"));
    } catch (SdkException failure) {
      throw unnoted(failure);
    }
  }

  private static ApiException unnoted(String why) {
    return unnoted(new IllegalStateException(why));
  }

  private static ApiException unnoted(RuntimeException cause) {
    return ApiException.of(
        ErrorCode.TEMPORARILY_UNAVAILABLE,
        "MightyCall has done it, but it could not be noted here. The next sync shows it.",
        cause);
  }
}
