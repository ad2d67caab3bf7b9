package callcentre.simulator.world;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Request;
import callcentre.simulator.tokens.Grant;
import java.util.Optional;

/** Finds out who sends a request, and whose daily limit it counts against. */
public final class SignIn {

  private final World world;

  public SignIn(World world) {
    this.world = world;
  }

  /**
   * The user whom the request's token acts for; empty when the token is missing, unknown or
   * expired, when its user is gone, or when {@code x-api-key} is not the account's and must be.
   */
  public Optional<TeamUser> user(Request request) {
    if (world.settings().requireApiKeyHeader() && apiKeyHeader(request).isEmpty()) {
      return Optional.empty();
    }
    return request
        .bearer()
        .flatMap(world.tokens()::grantOf)
        .flatMap(grant -> world.account().data().user(user -> user.id().equals(grant.userId())));
  }

  /** The API key a data request counts against: the header's, else the token's. */
  public Optional<String> countedKey(Request request) {
    return apiKeyHeader(request)
        .or(() -> request.bearer().flatMap(world.tokens()::grantOf).map(Grant::apiKey));
  }

  /** The API key a token request counts against: the form's, else the header's or the token's. */
  public Optional<String> countedKeyOfTokenRequest(Request request) {
    String apiKey = world.account().data().apiKey();
    return Optional.ofNullable(request.form().get("client_id"))
        .filter(apiKey::equals)
        .or(() -> apiKeyHeader(request))
        .or(
            () ->
                Optional.ofNullable(request.form().get("refresh_token"))
                    .flatMap(world.tokens()::grantOfRefresh)
                    .map(Grant::apiKey));
  }

  private Optional<String> apiKeyHeader(Request request) {
    return request.header("x-api-key").filter(world.account().data().apiKey()::equals);
  }
}
