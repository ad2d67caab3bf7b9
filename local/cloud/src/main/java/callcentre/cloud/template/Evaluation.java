package callcentre.cloud.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the intrinsics of one value. A branch that {@code Fn::If} does not take is not read. */
final class Evaluation {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Template template;
  private final References references;

  Evaluation(Template template, References references) {
    this.template = template;
    this.references = references;
  }

  /** Whether a mapping is a call of an intrinsic function. */
  static boolean isIntrinsic(Map<?, ?> map) {
    if (map.size() != 1) {
      return false;
    }
    Object key = map.keySet().iterator().next();
    return "Ref".equals(key) || (key instanceof String name && name.startsWith("Fn::"));
  }

  /**
   * The value without intrinsics.
   *
   * @return empty for {@code AWS::NoValue}
   */
  Optional<Object> resolve(String where, Object value) {
    return switch (value) {
      case Map<?, ?> map when isIntrinsic(map) -> {
        String function = String.valueOf(map.keySet().iterator().next());
        Object argument = Shape.map(where, map).getOrDefault(function, Shape.NO_VALUE);
        yield call(where + "." + function, function, argument);
      }
      case Map<?, ?> map -> {
        Map<String, Object> resolved = new LinkedHashMap<>();
        Shape.map(where, map)
            .forEach(
                (key, entry) ->
                    resolve(where + "." + key, entry).ifPresent(found -> resolved.put(key, found)));
        yield Optional.of(resolved);
      }
      case List<?> list -> {
        List<Object> resolved = new ArrayList<>();
        for (int index = 0; index < list.size(); index++) {
          resolve(where + "[" + index + "]", list.get(index)).ifPresent(resolved::add);
        }
        yield Optional.of(resolved);
      }
      default -> Optional.of(value);
    };
  }

  private Optional<Object> call(String where, String function, Object argument) {
    return switch (function) {
      case "Ref" -> ref(where, Shape.text(where, argument));
      case "Fn::If" -> choose(where, Shape.list(where, argument));
      case "Fn::GetAtt" -> Optional.of(attribute(where, argument));
      case "Fn::Sub" -> Optional.of(substitute(where, argument));
      case "Fn::Join" -> Optional.of(join(where, arguments(where, argument, 2)));
      case "Fn::Split" -> Optional.of(split(where, arguments(where, argument, 2)));
      case "Fn::Select" -> Optional.of(select(where, arguments(where, argument, 2)));
      case "Fn::FindInMap" -> Optional.of(find(where, arguments(where, argument, 3)));
      case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" ->
          Optional.of(new Conditions(template, this).holds(where, Map.of(function, argument)));
      default -> throw new TemplateException(where, "the local system cannot honour " + function);
    };
  }

  private Optional<Object> ref(String where, String name) {
    if ("AWS::NoValue".equals(name)) {
      return Optional.empty();
    }
    Optional<Object> known = template.parameterValue(name);
    if (known.isPresent()) {
      return known;
    }
    // SAM's own form for what it generates: !Ref Function.Alias (SAM guide, "Generated resources").
    int dot = name.indexOf('.');
    if (dot > 0) {
      return Optional.of(attribute(where, name.substring(0, dot), name.substring(dot + 1)));
    }
    template.requireResource(where, name);
    return Optional.of(references.ref(name));
  }

  private Optional<Object> choose(String where, List<?> argument) {
    if (argument.size() != 3) {
      throw new TemplateException(where, "takes a condition, a value and another value");
    }
    boolean holds = template.condition(Shape.text(where, argument.get(0)));
    return resolve(where, argument.get(holds ? 1 : 2));
  }

  private Object attribute(String where, Object argument) {
    Object parts = argument instanceof String text ? YamlReader.splitAtFirstDot(text) : argument;
    List<?> names = arguments(where, parts, 2);
    return attribute(where, Shape.text(where, names.get(0)), Shape.text(where, names.get(1)));
  }

  private Object attribute(String where, String logicalId, String name) {
    template.requireResource(where, logicalId);
    return references.attribute(logicalId, name);
  }

  private String substitute(String where, Object argument) {
    if (argument instanceof List<?> list) {
      Map<String, Object> local = Shape.map(where, require(where, list.get(1)));
      return substitute(where, Shape.text(where, list.get(0)), local);
    }
    return substitute(where, Shape.text(where, argument), Map.of());
  }

  private String substitute(String where, String text, Map<String, Object> local) {
    Matcher placeholders = PLACEHOLDER.matcher(text);
    StringBuilder result = new StringBuilder();
    while (placeholders.find()) {
      String name = placeholders.group(2);
      String value =
          placeholders.group(1).isEmpty() ? substituted(where, name, local) : "${" + name + "}";
      placeholders.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return placeholders.appendTail(result).toString();
  }

  private String substituted(String where, String name, Map<String, Object> local) {
    Object own = local.get(name);
    if (own != null) {
      return Shape.text(where, own);
    }
    List<String> parts = YamlReader.splitAtFirstDot(name);
    Object value =
        parts.size() == 2
            ? attribute(where, parts.get(0), parts.get(1))
            : ref(where, name)
                .orElseThrow(() -> new TemplateException(where, "AWS::NoValue is no text"));
    return Shape.text(where, value);
  }

  private String join(String where, List<?> argument) {
    return String.join(
        Shape.text(where, argument.get(0)),
        Shape.list(where, argument.get(1)).stream()
            .map(entry -> Shape.text(where, entry))
            .toList());
  }

  private List<String> split(String where, List<?> argument) {
    String separator = Pattern.quote(Shape.text(where, argument.get(0)));
    return List.of(Shape.text(where, argument.get(1)).split(separator, -1));
  }

  private Object select(String where, List<?> argument) {
    int index = Shape.integer(where, argument.get(0));
    List<?> entries = Shape.list(where, argument.get(1));
    if (index < 0 || index >= entries.size()) {
      throw new TemplateException(where, "has no entry " + index + " of " + entries.size());
    }
    return entries.get(index);
  }

  private Object find(String where, List<?> argument) {
    Object found = template.mappings();
    for (Object key : argument) {
      found = Shape.map(where, found).get(Shape.text(where, key));
      if (found == null) {
        throw new TemplateException(where, "Mappings have no " + argument);
      }
    }
    return found;
  }

  private List<?> arguments(String where, Object argument, int count) {
    List<?> resolved = Shape.list(where, require(where, argument));
    if (resolved.size() != count) {
      throw new TemplateException(where, "takes " + count + " arguments");
    }
    return resolved;
  }

  private Object require(String where, Object value) {
    return resolve(where, value)
        .orElseThrow(() -> new TemplateException(where, "AWS::NoValue cannot stand here"));
  }

  /** A value for a comparison. */
  Object comparable(String where, Object value) {
    Object resolved = require(where, value);
    return resolved instanceof List<?> || resolved instanceof Map<?, ?>
        ? resolved
        : Shape.text(where, resolved);
  }
}
