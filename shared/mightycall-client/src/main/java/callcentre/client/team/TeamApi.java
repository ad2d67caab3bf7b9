package callcentre.client.team;

import callcentre.client.CallContext;
import callcentre.client.ProviderCaller;
import callcentre.client.http.ProviderRequest;
import callcentre.client.json.Json;

/** The people of the account: {@code /team} (reference 3.4). */
public final class TeamApi {

  private final ProviderCaller caller;

  public TeamApi(ProviderCaller caller) {
    this.caller = caller;
  }

  /**
   * All users, groups and voicemail boxes; the answer is a bare object.
   *
   * @throws callcentre.client.error.MightyCallException when there is no answer that can be read
   */
  public Team get(CallContext context) {
    return caller.call(
        ProviderRequest.get("/team"),
        context,
        answer -> Team.read(Json.bareOrData(answer.body(), "users")));
  }
}
