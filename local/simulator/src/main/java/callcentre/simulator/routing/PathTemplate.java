package callcentre.simulator.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with {@code {variables}}. Fixed segments match in any case and a slash at the end does not
 * matter, as in ASP.NET (MightyCall reference 1.1).
 */
public record PathTemplate(String text, List<String> segments) {

  public PathTemplate {
    segments = List.copyOf(segments);
  }

  /** The template written as {@code text}. */
  public static PathTemplate of(String text) {
    return new PathTemplate(text, split(text));
  }

  /** The variables of {@code path} when it fits this template. */
  public Optional<Map<String, String>> match(String path) {
    List<String> parts = split(path);
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String segment = segments.get(i);
      if (isVariable(segment) && !parts.get(i).isEmpty()) {
        variables.put(segment.substring(1, segment.length() - 1), decode(parts.get(i)));
      } else if (!segment.equalsIgnoreCase(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** How many segments are variables: of two templates that fit, the one with fewer is meant. */
  public long variableCount() {
    return segments.stream().filter(PathTemplate::isVariable).count();
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static List<String> split(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Arrays.asList(trimmed.split("/", -1));
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
