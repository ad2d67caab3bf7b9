package callcentre.cloud.template;

import java.math.BigDecimal;
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
 * @param minValue smallest allowed number
 * @param maxValue largest allowed number
 */
public record Parameter(
    String name,
    String type,
    Optional<String> defaultValue,
    List<String> allowedValues,
    Optional<String> allowedPattern,
    Optional<BigDecimal> minValue,
    Optional<BigDecimal> maxValue) {

  static Parameter of(String name, Section section) {
    return new Parameter(
        name,
        section.requireText("Type"),
        section.text("Default"),
        section.texts("AllowedValues"),
        section.text("AllowedPattern"),
        section.text("MinValue").map(BigDecimal::new),
        section.text("MaxValue").map(BigDecimal::new));
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
    if ("Number".equals(type)) {
      checkNumber(where, value);
    }
  }

  private void checkNumber(String where, String value) {
    BigDecimal number;
    try {
      number = new BigDecimal(value);
    } catch (NumberFormatException notANumber) {
      throw new TemplateException(where, "\"" + value + "\" is not a number");
    }
    if (minValue.isPresent() && number.compareTo(minValue.get()) < 0) {
      throw new TemplateException(where, value + " is less than " + minValue.get());
    }
    if (maxValue.isPresent() && number.compareTo(maxValue.get()) > 0) {
      throw new TemplateException(where, value + " is more than " + maxValue.get());
    }
  }

  /** What {@code Ref} gives for a value: a list for list types, the text itself otherwise. */
  Object reference(String value) {
    boolean list = "CommaDelimitedList".equals(type) || type.startsWith("List<");
    return list ? Arrays.stream(value.split(",", -1)).map(String::strip).toList() : value;
  }
}
