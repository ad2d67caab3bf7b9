package callcentre.client.calls;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderRequest;
import callcentre.client.http.ProviderRequest.Body;
import callcentre.client.json.Json;
import callcentre.domain.evidence.ProviderIds;
import java.util.Map;
import java.util.Optional;

/** Calls: {@code /calls} (reference 3.1). */
public final class CallsApi {

  private static final String LIST = "/calls";
  private static final String ONE = "/calls/{id}";
  private static final String MAKE = "/calls/makecall";

  private final ProviderCaller caller;

  public CallsApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * A page of calls; a finished call appears about ten seconds after its end. The order is not
   * documented, so pages of an open window may overlap: their rows are told apart by id.
   *
   * @throws MightyCallException when there is no answer that can be read: never an empty page
   */
  public CallListPage list(CallListQuery query, CallContext context) {
    return caller.call(
        ProviderRequest.get(LIST).with(query.toQuery()),
        context,
        answer -> CallListPage.read(Json.requireData(answer.body())));
  }

  /**
   * One call with a fresh link to its recording.
   *
   * @param id a GUID; anything else is empty without a request
   * @return empty when the account has no such call
   */
  public Optional<CallEntry> find(String id, CallContext context) {
    Optional<String> guid = ProviderIds.guid(id);
    if (guid.isEmpty()) {
      return Optional.empty();
    }
    try {
      CallEntry call =
          caller.call(
              ProviderRequest.get(ONE, guid.get()),
              context,
              answer -> CallEntry.read(Json.bareOrData(answer.body(), "id")));
      return Optional.of(call);
    } catch (MightyCallException failed) {
      if (failed.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Lets the provider ring the phone of the key's own user, then the other side's. <b>Never
   * repeated by itself, and never to be repeated after a time-out, a failure or an answer that
   * cannot be read:</b> the call may have been made.
   *
   * @return the call as it begins: without duration, status and recording
   * @throws MightyCallException when the provider refused, or it is not known what it did
   */
  public CallEntry makeCall(NewCall call, CallContext context) {
    String json = Json.write(Map.of("from", call.from().e164(), "to", call.to()));
    return caller.call(
        ProviderRequest.post(MAKE).with(Body.json(json)),
        context,
        answer -> CallEntry.read(Json.bareOrData(answer.body(), "id")));
  }
}
