package callcentre.runner.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Filter criteria of a mapping: a record passes one of the patterns. Of the language of patterns
 * only lists of exact texts are known here; others are refused.
 */
public final class StreamFilter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> patterns;

  private StreamFilter(List<JsonNode> patterns) {
    this.patterns = patterns;
  }

  /**
   * @param patterns JSON texts; none lets every record pass
   * @throws IllegalArgumentException for a pattern that is not known here
   */
  public static StreamFilter of(List<String> patterns) {
    List<JsonNode> parsed = new ArrayList<>();
    for (String pattern : patterns) {
      try {
        JsonNode node = JSON.readTree(pattern);
        requireKnown(node, pattern);
        parsed.add(node);
      } catch (JsonProcessingException malformed) {
        throw new IllegalArgumentException("A filter is no JSON: " + pattern, malformed);
      }
    }
    return new StreamFilter(parsed);
  }

  boolean passes(JsonNode item) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, item));
  }

  private static boolean matches(JsonNode pattern, JsonNode item) {
    if (pattern.isArray()) {
      for (JsonNode wanted : pattern) {
        if (wanted.equals(item)) {
          return true;
        }
      }
      return false;
    }
    return pattern.properties().stream()
        .allMatch(field -> matches(field.getValue(), item.path(field.getKey())));
  }

  private static void requireKnown(JsonNode pattern, String whole) {
    if (pattern.isArray()) {
      for (JsonNode wanted : pattern) {
        require(wanted.isTextual(), whole);
      }
    } else {
      require(pattern.isObject() && !pattern.isEmpty(), whole);
      for (Map.Entry<String, JsonNode> field : pattern.properties()) {
        requireKnown(field.getValue(), whole);
      }
    }
  }

  private static void require(boolean known, String whole) {
    if (!known) {
      throw new IllegalArgumentException(
          "The local system knows filters of exact texts only, not " + whole);
    }
  }
}
