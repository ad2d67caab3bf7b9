package callcentre.simulator.families;

import callcentre.simulator.account.Account;
import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.NamedUnit;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /v4/api/team}: a bare object, without extensions (MightyCall reference 3.4). */
public final class TeamFamily implements Family {

  private final Account account;

  public TeamFamily(Account account) {
    this.account = account;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.of("GET", "/v4/api/team", new Endpoint.SignedIn(this::team)));
  }

  private Answer team(Call call, TeamUser caller) {
    AccountData data = account.data();
    ObjectNode body = Json.object();
    ArrayNode users = body.putArray("users");
    for (TeamUser user : data.users()) {
      users
          .addObject()
          .put("fullName", user.fullName())
          .put("id", user.id())
          .putNull("role")
          .putNull("avatarUrl");
    }
    units(body.putArray("groups"), data.groups());
    units(body.putArray("vmboxes"), data.vmboxes());
    return Answer.ok(body);
  }

  private static void units(ArrayNode array, List<NamedUnit> units) {
    for (NamedUnit unit : units) {
      array.addObject().put("name", unit.name()).put("id", unit.id());
    }
  }
}
