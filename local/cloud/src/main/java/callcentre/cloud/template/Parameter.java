package callcentre.cloud.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of the template.
 *
 * @param name its name
 * @param type e.g. {@code String}, {@code Number}, {@code CommaDelimitedList}
 * @param defaultValue empty when a value must be given
 * @param allowedValues empty when any value is allowed
 * @param allowedPattern a regular expression that the whole value must match
 */
public record Parameter(
    String name,
    String type,
    Optional<String> defaultValue,
    List<String> allowedValues,
    Optional<String> allowedPattern) {

  static Parameter of(String name, Section section) {
    return new Parameter(
        name,
        section.requireText("Type"),
        section.text("Default"),
        section.texts("AllowedValues"),
        section.text("AllowedPattern"));
  }

  /**
   * Checks a value as CloudFormation would.
   *
   * @throws TemplateException when it is not allowed
   */
  void check(String value) {
    String where = "Parameters." + name;
    if (!allowedValues.isEmpty() && !allowedValues.contains(value)) {
      throw new TemplateException(
          where, "\"" + value + "\" is not one of " + String.join(", ", allowedValues));
    }
    if (allowedPattern.isPresent() && !value.matches(allowedPattern.get())) {
      throw new TemplateException(
          where, "\"" + value + "\" does not match " + allowedPattern.get());
    }
    if ("Number".equals(type) && !value.matches("-?\\d+(\\.\\d+)?")) {
      throw new TemplateException(where, "\"" + value + "\" is not a number");
    }
  }

  /** What {@code Ref} gives for a value: a list for list types, the text itself otherwise. */
  Object reference(String value) {
    boolean list = "CommaDelimitedList".equals(type) || type.startsWith("List<");
    return list ? Arrays.stream(value.split(",", -1)).map(String::strip).toList() : value;
  }
}
