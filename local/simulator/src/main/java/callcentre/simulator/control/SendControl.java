package callcentre.simulator.control;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.Call;
import callcentre.simulator.routing.Endpoint;
import callcentre.simulator.routing.Family;
import callcentre.simulator.routing.Route;
import callcentre.simulator.traffic.SendLog;
import callcentre.simulator.traffic.SendRecord;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code /_simulator/sends}: the requests to send messages, one by one. */
final class SendControl implements Family {

  private static final String PATH = "/_simulator/sends";

  private final SendLog log;

  SendControl(SendLog log) {
    this.log = log;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, new Endpoint.Open(this::list)),
        Route.of("DELETE", PATH, new Endpoint.Open(this::clear)));
  }

  private Answer list(Call call) {
    List<SendRecord> records = log.records();
    ObjectNode body = Json.object().put("total", records.size());
    ArrayNode sends = body.putArray("sends");
    for (SendRecord record : records) {
      ObjectNode send =
          sends
              .addObject()
              .put("at", record.at().toString())
              .put("path", record.path())
              .put("from", record.from())
              .put("message", record.message())
              .put("status", record.status());
      ArrayNode to = send.putArray("to");
      record.to().forEach(to::add);
      ArrayNode files = send.putArray("files");
      record
          .files()
          .forEach(
              file ->
                  files
                      .addObject()
                      .put("name", file.name())
                      .put("base64_length", file.base64Length()));
    }
    return Answer.ok(body);
  }

  private Answer clear(Call call) {
    log.clear();
    return list(call);
  }
}
