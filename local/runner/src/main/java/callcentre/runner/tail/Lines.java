package callcentre.runner.tail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How messages look on the screen: a line each. */
final class Lines {

  private static final int SHORT = 160;
  private static final List<String> IDS = List.of("id", "userId");

  private final boolean full;

  /**
   * @param full whether rows are printed whole
   */
  Lines(boolean full) {
    this.full = full;
  }

  /** By what a row is known; empty if its type has one row only. */
  static String id(JsonNode row) {
    if (row.path("too_large").asBoolean()) {
      return row.path("id").asText();
    }
    for (String name : IDS) {
      JsonNode id = row.path("data").path(name);
      if (id.isValueNode() && !id.isNull()) {
        return id.asText();
      }
    }
    return "";
  }

  String delta(JsonNode delta) {
    return String.format(
        "%s  %s #%d  %s %s v%d  %s",
        delta.path("at").asText(),
        delta.path("topic").asText(),
        delta.path("seq").asLong(),
        delta.path("type").asText(),
        id(delta),
        delta.path("version").asLong(),
        what(delta));
  }

  private String what(JsonNode delta) {
    if (delta.path("too_large").asBoolean()) {
      return "(too large for a message: fetch it)";
    }
    JsonNode data = delta.path("data");
    return data.path("withdrawn").asBoolean() ? "(no longer in this topic)" : cut(data.toString());
  }

  String snapshot(JsonNode message) {
    return String.format(
        "-- %s: all that is known since %s, up to #%d%s",
        message.path("topic").asText(),
        message.path("since").asText(),
        message.path("seq").asLong(),
        message.path("truncated").asBoolean() ? " (the newest rows only)" : "");
  }

  String resumed(JsonNode message) {
    return String.format(
        "-- %s: nothing is missing up to #%d",
        message.path("topic").asText(), message.path("seq").asLong());
  }

  String bye(JsonNode message) {
    return "-- the server closes: " + message.path("reason").asText();
  }

  String error(JsonNode message) {
    return String.format(
        "-- %s: %s  %s",
        message.path("topic").asText("this message"),
        message.path("error").asText(),
        message.path("message").asText());
  }

  /** What the gateway says by itself has no type. */
  String other(JsonNode message) {
    return "-- " + cut(message.toString());
  }

  private String cut(String text) {
    return full || text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
  }
}
