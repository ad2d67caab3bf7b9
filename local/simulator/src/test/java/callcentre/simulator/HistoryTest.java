package callcentre.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A simulator whose clock stands on a Monday evening, without any history yet. */
abstract class HistoryTest extends SimulatorTest {

  static final Instant NOW = Instant.parse("2026-09-14T20:00:00Z");
  static final String REQUESTS = "/v4/api/journal/requests";
  static final String UNKNOWN_ID = "66e5d111c1a2d3e4f5061fff";

  String token;

  @BeforeEach
  void stopTheClockAndSignIn() {
    simulator.clock().freeze();
    simulator.clock().setNow(NOW);
    token = caller.accessToken();
  }

  static Instant minutesAgo(int minutes) {
    return NOW.minusSeconds(60L * minutes);
  }

  /** The data of a list of calls or voicemails. */
  JsonNode list(String path) {
    Caller.Reply reply = caller.get(path, token);
    if (reply.status() != 200) {
      throw new AssertionError(path + " was answered " + reply.status() + " " + reply.json());
    }
    return reply.json().path("data");
  }

  /** The rows of the journal for this query. */
  List<JsonNode> journal(String query) {
    Caller.Reply reply = caller.get(REQUESTS + (query.isEmpty() ? "" : "?" + query), token);
    if (reply.status() != 200) {
      throw new AssertionError(query + " was answered " + reply.status() + " " + reply.json());
    }
    return items(reply.json().path("requests"));
  }

  List<String> journalIds(String query) {
    return journal(query).stream().map(row -> row.path("id").asText()).toList();
  }

  static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  static List<String> texts(JsonNode array, String field) {
    return items(array).stream().map(item -> item.path(field).asText()).toList();
  }
}
