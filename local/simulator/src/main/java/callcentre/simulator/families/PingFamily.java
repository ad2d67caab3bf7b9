package callcentre.simulator.families;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import java.util.List;

/** {@code /v4/api/ping}, open to all (MightyCall reference 3.4). */
public final class PingFamily implements Family {

  @Override
  public List<Route> routes() {
    return List.of(Route.of("GET", "/v4/api/ping", new Endpoint.Open(PingFamily::ping)));
  }

  private static Answer ping(Call call) {
    return Envelope.data(Json.object().textNode("3"));
  }
}
