package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Resolution;
import callcentre.simulator.routing.Route;
import callcentre.simulator.routing.Router;
import callcentre.simulator.settings.BudgetRules;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The API under {@code /_simulator} that scripts a simulator from outside. It is neither counted
 * nor logged nor subject to faults.
 */
public final class ControlApi implements Family {

  private static final String ROOT = "/_simulator";

  private final World world;
  private final ClockControl clock;
  private final FaultControl faults;
  private final RequestControl requests;
  private final SettingsControl settings;
  private final AccountControl account;
  private final CredentialsControl credentials;
  private final HistoryControl history;
  private final TrafficControl traffic;
  private final SendControl sends;
  private final WebhookControl webhooks;
  private final EventFaultControl eventFaults;

  private ControlApi(World world) {
    this.world = world;
    clock = new ClockControl(world.clock());
    faults = new FaultControl(world.faults());
    requests = new RequestControl(world.requests());
    settings = new SettingsControl(world);
    account = new AccountControl(world);
    credentials = new CredentialsControl(world);
    history = new HistoryControl(world);
    traffic = new TrafficControl(world);
    sends = new SendControl(world.sends());
    webhooks = new WebhookControl(world.webhooks());
    eventFaults = new EventFaultControl(world.webhooks().faults());
  }

  /** Whether this path belongs to the control API. */
  public static boolean owns(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** The control API of this world, ready to answer. */
  public static Handler of(World world) {
    ControlApi api = new ControlApi(world);
    return new Handler(
        new Router(
            List.of(
                api,
                api.clock,
                api.faults,
                api.requests,
                api.settings,
                api.account,
                api.credentials,
                api.history,
                api.traffic,
                api.sends,
                api.webhooks,
                api.eventFaults)));
  }

  /** Answers control requests. */
  public static final class Handler {
    private final Router router;

    private Handler(Router router) {
      this.router = router;
    }

    /** The answer; bad input is 400 and says what is expected. */
    public Answer answer(Request request) {
      Answer answer = find(request);
      // These answers are read in terminals: the prompt belongs on a line of its own.
      return answer.withBody(answer.body() + "\n");
    }

    private Answer find(Request request) {
      try {
        return switch (router.resolve(request)) {
          case Resolution.Found(Route route, Call call) ->
              switch (route.endpoint()) {
                case Endpoint.Open(var handler) -> handler.apply(call);
                case Endpoint.TokenIssuing _, Endpoint.SignedIn _, Endpoint.Linked _ ->
                    throw new IllegalStateException("Control routes are open: " + route);
              };
          case Resolution.WrongMethod wrong ->
              message(405, "Use one of " + String.join(", ", wrong.allowed()) + " here")
                  .withHeader("Allow", String.join(", ", wrong.allowed()));
          case Resolution.NoRoute() ->
              message(404, "No control route " + request.path() + "; see local/README.md");
        };
      } catch (ControlException e) {
        return message(e.status(), String.valueOf(e.getMessage()));
      }
    }

    private static Answer message(int status, String text) {
      return Answer.json(status, Json.object().put("message", text));
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", ROOT, new Endpoint.Open(call -> state())),
        Route.of("POST", ROOT + "/reset", new Endpoint.Open(call -> reset())),
        Route.of("DELETE", ROOT + "/budget", new Endpoint.Open(call -> resetBudget())));
  }

  private Answer reset() {
    world.reset();
    return state();
  }

  private Answer resetBudget() {
    world.budget().reset();
    return Answer.ok(budget());
  }

  private Answer state() {
    ObjectNode body = Json.object();
    body.set("clock", clock.json());
    body.set("settings", settings.json());
    body.set("account", account.json());
    body.set("budget", budget());
    body.putObject("tokens")
        .put("issued", world.tokens().issuedCount())
        .put("refreshed", world.tokens().refreshedCount());
    body.set("faults", faults.json());
    body.set("requests", requests.counts());
    return Answer.ok(body);
  }

  private ObjectNode budget() {
    BudgetRules rules = world.settings().budget();
    int used = world.budget().used(world.account().data().apiKey(), rules);
    return Json.object()
        .put("limit", rules.dailyLimit())
        .put("used", used)
        .put("remaining", Math.max(0, rules.dailyLimit() - used));
  }
}
