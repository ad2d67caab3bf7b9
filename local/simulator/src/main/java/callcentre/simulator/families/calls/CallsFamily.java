package callcentre.simulator.families.calls;

import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserRole;
import callcentre.simulator.families.Envelope;
import callcentre.simulator.families.Parameters;
import callcentre.simulator.history.Conversation;
import callcentre.simulator.history.DayCounts;
import callcentre.simulator.history.HistoryPage;
import callcentre.simulator.history.HistoryQuery;
import callcentre.simulator.history.Leg;
import callcentre.simulator.history.PhoneCall;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.ProviderErrors;
import callcentre.simulator.routing.Route;
import callcentre.simulator.world.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /v4/api/calls}: the list, one, and making one (MightyCall reference 3.1). */
public final class CallsFamily implements Family {

  private static final String PATH = "/v4/api/calls";
  private static final Duration USUAL_WINDOW = Duration.ofDays(1);
  private static final int USUAL_PAGE = 10;

  private final World world;
  private final CallJson json;
  private final MakeCall makeCall;

  public CallsFamily(World world) {
    this.world = world;
    json = new CallJson(world.audioLinks());
    makeCall = new MakeCall(world);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.SignedIn(this::list)),
        Route.of("GET", PATH + "/{id}", new Endpoint.SignedIn(this::one)),
        Route.of("POST", PATH + "/makecall", new Endpoint.SignedIn(makeCall::make)));
  }

  private Answer list(Call call, TeamUser caller) {
    Instant now = world.clock().instant();
    Parameters parameters = new Parameters(call.request());
    int pageSize = parameters.integer("pageSize", 1, USUAL_PAGE);
    int skip = parameters.integer("skip", 0, 0);
    Instant from = parameters.instant("startUtc", now.minus(USUAL_WINDOW));
    Instant to = parameters.instant("endUtc", now);
    List<CallFilter> filters = parameters.list("callFilter", CallFilter::ofWord);
    Optional<String> search = parameters.text("customFilter");
    Optional<String> extension = parameters.text("extension");
    Optional<Answer> refusal = parameters.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Predicate<PhoneCall> fits = CallFilter.all(filters);
    fits = search.map(text -> fits(text)).map(fits::and).orElse(fits);
    fits = extension.<Predicate<PhoneCall>>map(e -> c -> c.concerns(e)).map(fits::and).orElse(fits);
    boolean everything =
        filters.isEmpty() && search.isEmpty() && extension.isEmpty() && !ownOnly(caller);
    HistoryPage page =
        world.history().page(query(from, to, fits, everything, caller), skip, pageSize);
    ObjectNode data = Json.object();
    ArrayNode calls = data.putArray("calls");
    page.items().forEach(item -> calls.add(json.finished((PhoneCall) item, call.request())));
    return Envelope.data(data.put("total", page.total()));
  }

  private HistoryQuery query(
      Instant from, Instant to, Predicate<PhoneCall> fits, boolean everything, TeamUser caller) {
    return new HistoryQuery(
        from,
        to,
        listedUntil(),
        conversation ->
            conversation instanceof PhoneCall call && maySee(caller, call) && fits.test(call),
        everything ? DayCounts::calls : null,
        false);
  }

  private Answer one(Call call, TeamUser caller) {
    String id = call.variable("id").toLowerCase(Locale.ROOT);
    Optional<Conversation> found =
        world.history().find(id).filter(one -> !one.endsAt().isAfter(listedUntil()));
    return found
        .filter(one -> one.guid().equals(id))
        .filter(one -> one instanceof PhoneCall phoneCall && maySee(caller, phoneCall))
        .map(one -> Envelope.data(json.finished((PhoneCall) one, call.request())))
        .orElseGet(() -> ProviderErrors.message(400, "Call not found"));
  }

  private Instant listedUntil() {
    return world.clock().instant().minusSeconds(world.settings().history().callDelaySeconds());
  }

  private boolean ownOnly(TeamUser caller) {
    return world.settings().history().ownCallsOnly() && caller.role() == UserRole.USER;
  }

  private boolean maySee(TeamUser caller, PhoneCall call) {
    return !ownOnly(caller) || (caller.extension() != null && call.concerns(caller.extension()));
  }

  private static Predicate<PhoneCall> fits(String search) {
    String wanted = search.toLowerCase(Locale.ROOT);
    return call ->
        has(wanted, call.client().shownName(), call.client().address(), call.callerName())
            || has(wanted, call.businessNumber(), call.callerExtension())
            || call.called().stream().anyMatch(leg -> fits(wanted, leg));
  }

  private static boolean fits(String wanted, Leg leg) {
    return has(wanted, leg.name(), leg.extension(), leg.phone());
  }

  private static boolean has(String wanted, @Nullable String... texts) {
    for (String text : texts) {
      if (text != null && text.toLowerCase(Locale.ROOT).contains(wanted)) {
        return true;
      }
    }
    return false;
  }
}
