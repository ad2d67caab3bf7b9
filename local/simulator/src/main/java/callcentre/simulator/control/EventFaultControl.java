package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.webhooks.EventFault;
import callcentre.simulator.webhooks.EventFaultKind;
import callcentre.simulator.webhooks.EventFaults;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /_simulator/webhooks/faults}: plans, shows and withdraws what goes wrong with events. */
final class EventFaultControl implements Family {

  private static final String PATH = "/_simulator/webhooks/faults";
  private static final int LONGEST_DELAY_MILLIS = 86_400_000;
  private static final String KINDS =
      Arrays.stream(EventFaultKind.values())
          .map(EventFaultKind::label)
          .collect(Collectors.joining(", "));

  private final EventFaults faults;

  EventFaultControl(EventFaults faults) {
    this.faults = faults;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(call -> list())),
        Route.of("POST", PATH, new Endpoint.Open(this::add)),
        Route.of("DELETE", PATH, new Endpoint.Open(call -> clear())),
        Route.of("DELETE", PATH + "/{id}", new Endpoint.Open(this::remove)));
  }

  private Answer add(Call call) {
    Fields fields = Fields.ofBody(call, "id", "kind", "match", "delay_ms");
    EventFaultKind kind =
        fields
            .named("kind", EventFaultKind::ofLabel, KINDS)
            .orElseThrow(() -> ControlException.invalid("kind must be one of " + KINDS));
    Integer delay = fields.integer("delay_ms", 0, LONGEST_DELAY_MILLIS).orElse(null);
    EventFault plain = new EventFault(fields.text("id").orElse(""), kind, null, 0, null, delay);
    EventFault fault =
        fields
            .object("match", "type", "skip", "times")
            .map(match -> matching(plain, match))
            .orElse(plain);
    try {
      return Answer.json(201, json(new EventFaults.State(faults.add(fault), 0, 0)));
    } catch (IllegalArgumentException e) {
      throw ControlException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static EventFault matching(EventFault plain, Fields match) {
    return new EventFault(
        plain.id(),
        plain.kind(),
        match.text("type").orElse(null),
        match.integer("skip", 0, Integer.MAX_VALUE).orElse(0),
        match.integer("times", 1, Integer.MAX_VALUE).orElse(null),
        plain.delayMillis());
  }

  private Answer list() {
    ObjectNode body = Json.object();
    ArrayNode array = body.putArray("faults");
    faults.states().forEach(state -> array.add(json(state)));
    return Answer.ok(body);
  }

  private Answer clear() {
    faults.clear();
    return list();
  }

  private Answer remove(Call call) {
    String id = call.variable("id");
    if (!faults.remove(id)) {
      throw ControlException.unknown("There is no fault with the id " + id);
    }
    return list();
  }

  private static ObjectNode json(EventFaults.State state) {
    EventFault fault = state.fault();
    ObjectNode json = Json.object().put("id", fault.id()).put("kind", fault.kind().label());
    json.putObject("match")
        .put("type", fault.type())
        .put("skip", fault.skip())
        .put("times", fault.times());
    return json.put("delay_ms", fault.delay())
        .put("matched", state.matched())
        .put("fired", state.fired())
        .put("active", state.active());
  }
}
