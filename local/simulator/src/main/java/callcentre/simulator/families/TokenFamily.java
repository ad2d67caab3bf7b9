package callcentre.simulator.families;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.tokens.Grant;
import callcentre.simulator.tokens.IssuedToken;
import callcentre.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v4/auth/token} (MightyCall reference 1.3 to 1.5). */
public final class TokenFamily implements Family {

  private final World world;

  public TokenFamily(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("POST", "/v4/auth/token", new Endpoint.TokenIssuing(this::token)));
  }

  private Answer token(Call call) {
    Request request = call.request();
    Map<String, String> form = request.form();
    return switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> byCredentials(request, form);
      case "refresh_token" -> byRefreshToken(request, form);
      default -> error("unsupported_grant_type");
    };
  }

  private Answer byCredentials(Request request, Map<String, String> form) {
    AccountData account = world.account().data();
    boolean knownAccount =
        servesAccount(request, account)
            && account.apiKey().equals(form.getOrDefault("client_id", ""));
    Optional<TeamUser> user =
        knownAccount
            ? world.userOfSecret(form.getOrDefault("client_secret", ""))
            : Optional.empty();
    return user.map(signedIn -> new Grant(signedIn.id(), account.apiKey()))
        .map(grant -> issued(world.tokens().issue(grant, world.settings().tokens())))
        .orElseGet(() -> error("invalid_client"));
  }

  private Answer byRefreshToken(Request request, Map<String, String> form) {
    if (!servesAccount(request, world.account().data())) {
      return error("invalid_client");
    }
    return world
        .tokens()
        .refresh(form.getOrDefault("refresh_token", ""), world.settings().tokens())
        .map(TokenFamily::issued)
        .orElseGet(() -> error("invalid_grant"));
  }

  private boolean servesAccount(Request request, AccountData account) {
    boolean headerFits =
        !world.settings().requireApiKeyHeader()
            || request.header("x-api-key").filter(account.apiKey()::equals).isPresent();
    return headerFits && account.hostKind() == world.settings().hostKind();
  }

  private static Answer issued(IssuedToken token) {
    return Answer.ok(
        Json.object()
            .put("access_token", token.accessToken())
            .put("token_type", "bearer")
            .put("expires_in", token.expiresInSeconds())
            .put("refresh_token", token.refreshToken()));
  }

  private static Answer error(String code) {
    return Answer.json(400, Json.object().put("error", code));
  }
}
