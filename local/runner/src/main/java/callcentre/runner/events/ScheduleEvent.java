package callcentre.runner.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** The event a schedule gives its function. */
final class ScheduleEvent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ScheduleEvent() {}

  static byte[] of(Schedule schedule, Instant at) {
    String id = UUID.randomUUID().toString();
    String arn = "arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + schedule.name();
    String text =
        schedule
            .input()
            .map(input -> fill(input, arn, at, id))
            .orElseGet(() -> standard(schedule, arn, at, id).toString());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** EventBridge Scheduler: "Adding context attributes". */
  private static String fill(String input, String arn, Instant at, String id) {
    return input
        .replace("<aws.scheduler.schedule-arn>", arn)
        .replace("<aws.scheduler.scheduled-time>", at.toString())
        .replace("<aws.scheduler.execution-id>", id)
        .replace("<aws.scheduler.attempt-number>", "1");
  }

  private static ObjectNode standard(Schedule schedule, String arn, Instant at, String id) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", id)
            .put("detail-type", "Scheduled Event")
            .put("source", schedule.source())
            .put("account", "000000000000")
            .put("time", at.toString())
            .put("region", "us-east-1");
    event.putArray("resources").add(arn);
    if (schedule.source().equals("aws.scheduler")) {
      event.put("detail", "{}");
    } else {
      event.putObject("detail");
    }
    return event;
  }
}
