package callcentre.cloud.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks of what kind a value of the template is. */
final class Shape {

  /** Stands for {@code AWS::NoValue} and for YAML's null: what holds it is left out. */
  static final Object NO_VALUE = Map.of("Ref", "AWS::NoValue");

  private Shape() {}

  static Map<String, Object> map(String where, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new TemplateException(where, "must be a mapping, but is " + kind(value));
    }
    Map<String, Object> typed = new LinkedHashMap<>();
    map.forEach((key, entry) -> typed.put(String.valueOf(key), entry));
    return typed;
  }

  static List<?> list(String where, Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new TemplateException(where, "must be a list, but is " + kind(value));
  }

  static String text(String where, Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> throw new TemplateException(where, "must be a text, but is " + kind(value));
    };
  }

  static boolean flag(String where, Object value) {
    return switch (text(where, value)) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw new TemplateException(where, "must be true or false, but is " + value);
    };
  }

  static int integer(String where, Object value) {
    try {
      return Integer.parseInt(text(where, value));
    } catch (NumberFormatException notANumber) {
      throw new TemplateException(where, "must be a whole number, but is " + value);
    }
  }

  private static String kind(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.size() == 1 -> "a mapping with " + map.keySet();
      case Map<?, ?> map -> "a mapping";
      case List<?> list -> "a list of " + list.size();
      default -> "\"" + value + "\"";
    };
  }
}
