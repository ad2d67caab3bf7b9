package callcentre.simulator.control;

import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.faults.FaultPlan;
import callcentre.simulator.faults.FaultState;
import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /_simulator/faults}: plans, shows and withdraws what goes wrong. */
final class FaultControl implements Family {

  private static final String PATH = "/_simulator/faults";
  private static final int LONGEST_DELAY_MILLIS = 600_000;
  private static final String KINDS =
      Arrays.stream(FaultKind.values()).map(FaultKind::label).collect(Collectors.joining(", "));

  private final FaultPlan faults;

  FaultControl(FaultPlan faults) {
    this.faults = faults;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(this::list)),
        Route.of("POST", PATH, new Endpoint.Open(this::add)),
        Route.of("DELETE", PATH, new Endpoint.Open(this::clear)),
        Route.of("DELETE", PATH + "/{id}", new Endpoint.Open(this::remove)));
  }

  private Answer list(Call call) {
    ObjectNode body = Json.object();
    body.set("faults", json());
    return Answer.ok(body);
  }

  private Answer add(Call call) {
    Fields fields =
        Fields.ofBody(call, "id", "match", "kind", "status", "body", "delay_ms", "retry_after");
    FaultKind kind =
        fields
            .named("kind", FaultKind::ofLabel, KINDS)
            .orElseThrow(() -> ControlException.invalid("kind must be one of " + KINDS));
    FaultMatch match =
        fields
            .object("match", "method", "path", "skip", "times")
            .map(FaultControl::match)
            .orElseGet(FaultMatch::all);
    try {
      Fault fault =
          faults.add(
              new Fault(
                  fields.text("id").orElse(""),
                  match,
                  kind,
                  fields.integer("status", 200, 599).orElse(null),
                  fields.content("body").orElse(null),
                  fields.integer("delay_ms", 0, LONGEST_DELAY_MILLIS).orElse(0),
                  fields.content("retry_after").orElse(null)));
      return Answer.json(201, json(new FaultState(fault, 0, 0)));
    } catch (IllegalArgumentException e) {
      throw ControlException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static FaultMatch match(Fields fields) {
    return new FaultMatch(
        fields.text("method").orElse(null),
        fields.text("path").orElse(null),
        fields.integer("skip", 0, Integer.MAX_VALUE).orElse(0),
        fields.integer("times", 1, Integer.MAX_VALUE).orElse(null));
  }

  private Answer clear(Call call) {
    faults.clear();
    return list(call);
  }

  private Answer remove(Call call) {
    String id = call.variable("id");
    if (!faults.remove(id)) {
      throw ControlException.unknown("There is no fault with the id " + id);
    }
    return list(call);
  }

  ArrayNode json() {
    ArrayNode array = Json.array();
    faults.states().forEach(state -> array.add(json(state)));
    return array;
  }

  private static ObjectNode json(FaultState state) {
    Fault fault = state.fault();
    FaultMatch match = fault.match();
    ObjectNode json = Json.object().put("id", fault.id());
    json.putObject("match")
        .put("method", match.method())
        .put("path", match.path())
        .put("skip", match.skip())
        .put("times", match.times());
    return json.put("kind", fault.kind().label())
        .put("status", fault.status())
        .put("body", fault.body())
        .put("delay_ms", fault.delayMillis())
        .put("retry_after", fault.retryAfter())
        .put("matched", state.matched())
        .put("fired", state.fired())
        .put("active", state.active());
  }
}
