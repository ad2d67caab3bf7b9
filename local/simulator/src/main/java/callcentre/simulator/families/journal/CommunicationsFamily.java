package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserRole;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Outcome;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The journal as the contact centre sees it: wrapped, and for some (MightyCall reference 3.7). */
public final class CommunicationsFamily implements Family {

  private static final String PATH = "/v4/api/contactCenter/communications";

  private final World world;
  private final JournalLists lists;
  private final JournalChanges changes;
  private final Interactions interactions;

  public CommunicationsFamily(World world) {
    this.world = world;
    lists = new JournalLists(world);
    changes = new JournalChanges(world);
    interactions = new Interactions(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, allowed(this::list)),
        Route.of("POST", PATH + "/{requestId}/comment", allowed(changes::comment)),
        Route.of("DELETE", PATH + "/{requestId}/comment", allowed(changes::removeComment)),
        Route.of("DELETE", PATH + "/voicemails", allowed(changes::deleteVoicemails)),
        Route.of("GET", "/v4/api/contactcenter/interactions", allowed(interactions::list)));
  }

  private Answer list(Call call, TeamUser caller) {
    JournalRequest wanted = new JournalRequest(call.request(), Set.of());
    return wanted.refused().isEmpty()
        ? Answer.ok(Json.object().set("data", lists.page(wanted, call.request())))
        : JournalErrors.invalidParameters();
  }

  private Endpoint allowed(BiFunction<Call, TeamUser, Outcome> handler) {
    return new Endpoint.SignedIn(
        (call, user) ->
            admitted(user) ? handler.apply(call, user) : ProviderErrors.roleHasNoAccess());
  }

  private boolean admitted(TeamUser user) {
    return switch (world.settings().history().contactCenterAccess()) {
      case ALL -> true;
      case ADMINS -> user.role() == UserRole.ADMIN;
      case NOBODY -> false;
    };
  }
}
