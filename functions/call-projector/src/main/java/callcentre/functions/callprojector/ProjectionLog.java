package callcentre.functions.callprojector;

import callcentre.storage.projection.Projected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Says what became of a batch: calls by their id, never by a number. */
final class ProjectionLog {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionLog.class);
  private static final int SHOWN = 64;

  private ProjectionLog() {}

  static void tell(List<Projected> batch) {
    Map<String, Integer> ofCalls = new LinkedHashMap<>();
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (Projected projected : batch) {
      switch (projected) {
        case Projected.Stored stored -> {
          ofCalls.merge(stored.call(), 1, Integer::sum);
          outcomes.put(stored.call(), stored.outcome().name());
        }
        case Projected.Parked(var event, String reason) ->
            about(projected, Level.WARN, "parked", reason).log("projector: an event is parked");
        case Projected.DeadLetter(var event, String reason) ->
            about(projected, Level.ERROR, "dead_letter", reason)
                .log("projector: an event fits into no row; it is kept and can be replayed");
        case Projected.Held held ->
            about(projected, Level.INFO, "held", "quarantined")
                .log("projector: a quarantined event counts for nothing");
        case Projected.Failed(var event, String problem) ->
            about(projected, Level.ERROR, "failed", problem)
                .log("projector: an event is not in its row yet and comes again");
      }
    }
    ofCalls.forEach(
        (call, events) ->
            LOG.atInfo()
                .addKeyValue("call", call)
                .addKeyValue("events", events)
                .addKeyValue("projection", outcomes.get(call))
                .log("projector: events are in the row of their call"));
  }

  private static org.slf4j.spi.LoggingEventBuilder about(
      Projected projected, Level level, String outcome, String why) {
    String type = projected.event().event().notice().type();
    return LOG.atLevel(level)
        .addKeyValue("projection", outcome)
        .addKeyValue("reason", why)
        .addKeyValue("event", projected.event().event().notice().identity().hash())
        .addKeyValue("type", type.length() <= SHOWN ? type : type.substring(0, SHOWN));
  }
}
