package callcentre.client.ping;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.http.ProviderRequest;
import callcentre.client.json.Json;

/** Whether the provider is there at all: {@code /ping}, the one method without a token. */
public final class PingApi {

  private final ProviderCaller caller;

  public PingApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * Asks for a sign of life.
   *
   * @return the provider's word, which is no version of its API (reference 6, row 22)
   * @throws callcentre.client.error.MightyCallException when there is none
   */
  public String ping(CallContext context) {
    return caller.callOpen(
        ProviderRequest.get("/ping"),
        context,
        answer -> Json.envelope(answer.body()).requireText("data"));
  }
}
