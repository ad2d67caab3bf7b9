package callcentre.runner.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource path of a REST API: literal segments, {@code {name}} for one segment, {@code {name+}}
 * at the end for all that remain.
 */
public final class PathPattern implements Comparable<PathPattern> {

  private sealed interface Segment {
    record Literal(String text) implements Segment {}

    record One(String name) implements Segment {}

    record Rest(String name) implements Segment {}
  }

  private final String text;
  private final List<Segment> segments;

  private PathPattern(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  /**
   * @throws IllegalArgumentException for a path API Gateway would refuse
   */
  public static PathPattern parse(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with /: " + text);
    }
    List<Segment> segments = new ArrayList<>();
    for (String part : split(text)) {
      if (!segments.isEmpty() && segments.getLast() instanceof Segment.Rest) {
        throw new IllegalArgumentException("{name+} must be the last segment: " + text);
      }
      segments.add(segment(part, text));
    }
    return new PathPattern(text, List.copyOf(segments));
  }

  private static Segment segment(String part, String whole) {
    if (part.startsWith("{") && part.endsWith("+}")) {
      return new Segment.Rest(part.substring(1, part.length() - 2));
    }
    if (part.startsWith("{") && part.endsWith("}")) {
      return new Segment.One(part.substring(1, part.length() - 1));
    }
    if (part.contains("{") || part.contains("}")) {
      throw new IllegalArgumentException("A parameter is a whole segment: " + whole);
    }
    return new Segment.Literal(part);
  }

  private static List<String> split(String path) {
    String trimmed = path.substring(1);
    if (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("/", -1));
  }

  /**
   * The path parameters if the path is this resource's; values stay as the client encoded them, as
   * a REST API hands them on.
   */
  Optional<Map<String, String>> match(String path) {
    List<String> parts = split(path);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      if (i >= parts.size()) {
        return Optional.empty();
      }
      switch (segments.get(i)) {
        case Segment.Literal(String literal) -> {
          if (!literal.equals(parts.get(i))) {
            return Optional.empty();
          }
        }
        case Segment.One(String name) -> {
          if (parts.get(i).isEmpty()) {
            return Optional.empty();
          }
          parameters.put(name, parts.get(i));
        }
        case Segment.Rest(String name) -> {
          parameters.put(name, String.join("/", parts.subList(i, parts.size())));
          return Optional.of(parameters);
        }
      }
    }
    return parts.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  /** Most specific first: at the first difference a literal wins over one over the rest. */
  @Override
  public int compareTo(PathPattern other) {
    for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
      int difference = Integer.compare(rank(segments.get(i)), rank(other.segments.get(i)));
      if (difference != 0) {
        return difference;
      }
    }
    int longerFirst = Integer.compare(other.segments.size(), segments.size());
    return longerFirst != 0 ? longerFirst : text.compareTo(other.text);
  }

  private static int rank(Segment segment) {
    return switch (segment) {
      case Segment.Literal(String ignored) -> 0;
      case Segment.One(String ignored) -> 1;
      case Segment.Rest(String ignored) -> 2;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
