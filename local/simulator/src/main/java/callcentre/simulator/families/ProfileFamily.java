package callcentre.simulator.families;

import callcentre.simulator.account.Account;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserStatus;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import java.util.List;

/** {@code /v4/api/profile} and the caller's status (MightyCall reference 3.4). */
public final class ProfileFamily implements Family {

  private final Account account;

  public ProfileFamily(Account account) {
    this.account = account;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", "/v4/api/profile", new Endpoint.SignedIn(this::own)),
        Route.of("GET", "/v4/api/profile/{extension}", new Endpoint.SignedIn(this::byExtension)),
        Route.of("GET", "/v4/api/profile/status", new Endpoint.SignedIn(this::status)),
        Route.of("PUT", "/v4/api/profile/status/{status}", new Endpoint.SignedIn(this::change)));
  }

  private Answer own(Call call, TeamUser caller) {
    return profile(caller);
  }

  private Answer byExtension(Call call, TeamUser caller) {
    String extension = call.variable("extension");
    return account
        .data()
        .user(user -> user.hasExtension(extension))
        .map(ProfileFamily::profile)
        .orElseGet(() -> ProviderErrors.message(400, "User profile not found"));
  }

  private Answer status(Call call, TeamUser caller) {
    return status(caller);
  }

  private Answer change(Call call, TeamUser caller) {
    String wanted = call.variable("status");
    return UserStatus.ofLabel(wanted)
        .map(
            status ->
                account
                    .changeStatus(caller.id(), status)
                    .map(ProfileFamily::status)
                    .orElseGet(ProviderErrors::unauthorized))
        .orElseGet(
            () ->
                ProviderErrors.modelState(
                    "User status not found",
                    "status",
                    "The value '" + wanted + "' is not valid for UserStatus."));
  }

  private static Answer profile(TeamUser user) {
    return Envelope.data(
        Json.object()
            .put("firstName", user.firstName())
            .put("lastName", user.lastName())
            .put("email", user.email())
            .put("extension", user.extension())
            .put("role", user.role().label()));
  }

  private static Answer status(TeamUser user) {
    return Envelope.data(Json.object().put("status", user.status().label()));
  }
}
