package callcentre.runner.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a client of the live channel has to remember: the last {@code seq} of each topic without a
 * gap before it, and the version of each row. It outlives connections; docs/live.md tells the
 * rules.
 */
final class Feed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> topics;
  private final Lines lines;
  private final Map<String, Long> last = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, NavigableSet<Long>> ahead = new HashMap<>();

  Feed(List<String> topics, Lines lines) {
    this.topics = List.copyOf(topics);
    this.lines = lines;
  }

  /**
   * What follows from a message.
   *
   * @param lines to print
   * @param gaps topics of which something is missing: it may still come by itself, because deltas
   *     overtake one another
   */
  record Reaction(List<String> lines, List<String> gaps) {}

  /** What a new connection says first: whoever has heard of a topic before goes on from there. */
  synchronized List<String> greeting() {
    ahead.clear();
    List<String> messages = new ArrayList<>();
    ObjectNode subscribe = JSON.createObjectNode().put("type", "subscribe");
    var unheard = subscribe.putArray("topics");
    for (String topic : topics) {
      Long seq = last.get(topic);
      if (seq == null) {
        unheard.add(topic);
      } else {
        messages.add(resume(topic, seq));
      }
    }
    if (!unheard.isEmpty()) {
      messages.addFirst(subscribe.toString());
    }
    return messages;
  }

  /**
   * Takes a message of the server.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  synchronized Reaction receive(String text) {
    JsonNode message = parse(text);
    return switch (message.path("type").asText()) {
      case "snapshot" -> snapshot(message);
      case "resumed" -> resumed(message);
      case "pong" -> new Reaction(List.of(), List.of());
      case "bye" -> say(lines.bye(message));
      case "error" -> say(lines.error(message));
      case "" -> say(lines.other(message));
      default -> delta(message);
    };
  }

  private Reaction snapshot(JsonNode message) {
    String topic = message.path("topic").asText();
    for (JsonNode row : message.path("rows")) {
      isNews(row);
    }
    if (!message.path("last").asBoolean()) {
      return new Reaction(List.of(), List.of());
    }
    last.put(topic, message.path("seq").asLong());
    closeUp(topic);
    return say(lines.snapshot(message));
  }

  private Reaction resumed(JsonNode message) {
    String topic = message.path("topic").asText();
    last.merge(topic, message.path("seq").asLong(), Math::max);
    closeUp(topic);
    return say(lines.resumed(message));
  }

  private Reaction delta(JsonNode message) {
    String topic = message.path("topic").asText();
    long seq = message.path("seq").asLong();
    ahead.computeIfAbsent(topic, _ -> new TreeSet<>()).add(seq);
    List<String> gaps = last.containsKey(topic) && closeUp(topic) ? List.of(topic) : List.of();
    return new Reaction(isNews(message) ? List.of(lines.delta(message)) : List.of(), gaps);
  }

  /** Moves on over what has come; whether something before the rest is still missing. */
  private boolean closeUp(String topic) {
    NavigableSet<Long> waiting = ahead.getOrDefault(topic, new TreeSet<>());
    long seq = last.getOrDefault(topic, 0L);
    while (!waiting.isEmpty() && waiting.first() <= seq + 1) {
      seq = Math.max(seq, waiting.pollFirst());
    }
    last.put(topic, seq);
    return !waiting.isEmpty();
  }

  /** What to say when a gap has not closed by itself; empty when it has. */
  synchronized Optional<String> resumeIfMissing(String topic) {
    return closeUp(topic)
        ? Optional.of(resume(topic, last.getOrDefault(topic, 0L)))
        : Optional.empty();
  }

  /** Whether a row is newer than what is known of it; from then on it is known. */
  private boolean isNews(JsonNode row) {
    String key = row.path("type").asText() + "/" + Lines.id(row);
    long version = row.path("version").asLong();
    Long known = versions.get(key);
    if (known != null && version <= known) {
      return false;
    }
    versions.put(key, version);
    return true;
  }

  private static Reaction say(String line) {
    return new Reaction(List.of(line), List.of());
  }

  private static String resume(String topic, long seq) {
    return JSON.createObjectNode()
        .put("type", "resume")
        .put("topic", topic)
        .put("seq", seq)
        .toString();
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("The server sent what is no JSON", malformed);
    }
  }
}
