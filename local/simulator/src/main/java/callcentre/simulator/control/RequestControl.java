package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.traffic.RequestLog;
import callcentre.simulator.traffic.RequestRecord;
import callcentre.simulator.traffic.RouteCount;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /_simulator/requests}: what the provider was asked, counted and one by one. */
final class RequestControl implements Family {

  private static final String PATH = "/_simulator/requests";

  private final RequestLog log;

  RequestControl(RequestLog log) {
    this.log = log;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(this::list)),
        Route.of("DELETE", PATH, new Endpoint.Open(this::clear)));
  }

  private Answer list(Call call) {
    ObjectNode body = counts();
    ArrayNode requests = body.putArray("requests");
    for (RequestRecord record : log.records()) {
      requests
          .addObject()
          .put("at", record.at().toString())
          .put("method", record.method())
          .put("path", record.path())
          .put("template", record.template())
          .put("query", record.query())
          .put("status", record.status())
          .put("fault", record.fault());
    }
    return Answer.ok(body);
  }

  private Answer clear(Call call) {
    log.clear();
    return list(call);
  }

  ObjectNode counts() {
    ObjectNode json = Json.object().put("total", log.total());
    ArrayNode routes = json.putArray("counts");
    for (RouteCount route : log.counts()) {
      routes
          .addObject()
          .put("method", route.method())
          .put("path", route.template())
          .put("count", route.count());
    }
    return json;
  }
}
