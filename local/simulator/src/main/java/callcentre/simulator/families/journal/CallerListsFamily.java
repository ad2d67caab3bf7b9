package callcentre.simulator.families.journal;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.CallerLists;
import callcentre.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The block list and the list of important callers (MightyCall reference 3.5). */
public final class CallerListsFamily implements Family {

  private static final String PATH = "/v4/api/journal";
  private static final Pattern PHONE = Pattern.compile("\\+[0-9]{7,15}");

  private final World world;

  public CallerListsFamily(World world) {
    this.world = world;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            PATH + "/blocklist/availableNumbers",
            new Endpoint.SignedIn((call, user) -> free(world.callerLists().freeBlocked()))),
        Route.of(
            "GET",
            PATH + "/viplist/availableNumbers",
            new Endpoint.SignedIn((call, user) -> free(world.callerLists().freeImportant()))),
        Route.of("POST", PATH + "/blocklist/add", new Endpoint.SignedIn(this::block)),
        Route.of("POST", PATH + "/blocklist/remove", new Endpoint.SignedIn(this::unblock)));
  }

  private static Answer free(int count) {
    return Answer.ok(Json.object().put("countOfAvailableNumbers", count));
  }

  private Answer block(Call call, TeamUser user) {
    Map<String, String> query = call.request().queryFields();
    String phone = query.getOrDefault("phone", "");
    boolean forced = query.getOrDefault("forceRemovingVIP", "false").equalsIgnoreCase("true");
    if (!PHONE.matcher(phone).matches()) {
      return JournalErrors.invalidParameters();
    }
    return world.callerLists().block(phone, forced) == CallerLists.Blocking.BLOCKED
        ? JournalErrors.message("updated")
        : JournalErrors.invalidParameters();
  }

  private Answer unblock(Call call, TeamUser user) {
    String phone = call.request().queryFields().getOrDefault("phone", "");
    if (!PHONE.matcher(phone).matches()) {
      return JournalErrors.invalidParameters();
    }
    return world.callerLists().unblock(phone)
        ? JournalErrors.message("updated")
        : JournalErrors.notFound();
  }
}
