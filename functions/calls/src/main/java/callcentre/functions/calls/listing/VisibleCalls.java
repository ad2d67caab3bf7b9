package callcentre.functions.calls.listing;

import callcentre.api.access.Caller;
import callcentre.api.history.RowScopes;
import callcentre.api.problem.ApiException;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallId;
import callcentre.storage.calls.CallQueries;
import jakarta.inject.Singleton;

/** One call by its id, for whoever may see it. */
@Singleton
public final class VisibleCalls {

  private final CallQueries calls;
  private final RowScopes scopes;

  VisibleCalls(CallQueries calls, RowScopes scopes) {
    this.calls = calls;
    this.scopes = scopes;
  }

  /**
   * The call of an id, also of one that was shown before the call's GUID was known.
   *
   * @param id as the client wrote it
   * @throws ApiException 404, the same for a text that is no id, a call that does not exist and one
   *     that the caller may not see
   */
  public Call require(String id, Caller caller) {
    return CallId.find(id)
        .flatMap(calls::find)
        .filter(call -> isVisible(call, caller))
        .orElseThrow(() -> ApiException.notFound("call"));
  }

  private boolean isVisible(Call call, Caller caller) {
    return scopes.of(caller).contains(call.businessNumber(), call.talkers(), call.startedAt());
  }
}
