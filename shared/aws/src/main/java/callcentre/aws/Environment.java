package callcentre.aws;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment variables of a process. Nothing is checked when it is made: what is missing or
 * malformed is reported at the moment it is needed, by name.
 */
public final class Environment {

  private final Map<String, String> values;

  /**
   * An environment with exactly these variables.
   *
   * @param values names and values; an empty value counts as not set
   */
  public Environment(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The environment of this process. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /**
   * The value of a variable, without surrounding white space.
   *
   * @return empty when it is not set or blank
   */
  public Optional<String> find(Variable variable) {
    return Optional.ofNullable(values.get(variable.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /**
   * The value of a variable that must be there.
   *
   * @throws MissingConfigurationException naming it, when it is not set
   */
  public String require(Variable variable) {
    return find(variable)
        .orElseThrow(() -> new MissingConfigurationException(List.of(variable.name())));
  }

  /**
   * The values of several variables that must all be there.
   *
   * @throws MissingConfigurationException naming every one that is not set
   */
  public Map<Variable, String> requireAll(Variable... variables) {
    Map<Variable, String> found = new EnumMap<>(Variable.class);
    List<String> missing = new ArrayList<>();
    for (Variable variable : variables) {
      find(variable)
          .ifPresentOrElse(value -> found.put(variable, value), () -> missing.add(variable.name()));
    }
    if (!missing.isEmpty()) {
      throw new MissingConfigurationException(missing);
    }
    return found;
  }

  /**
   * A whole number that must be there.
   *
   * @param min smallest allowed value
   * @param max largest allowed value
   * @throws MissingConfigurationException when it is not set
   * @throws InvalidConfigurationException when it is no whole number or out of range
   */
  public int requireInteger(Variable variable, int min, int max) {
    return parseInteger(variable, require(variable), min, max);
  }

  /**
   * A whole number, or the given one when the variable is not set.
   *
   * @param min smallest allowed value
   * @param max largest allowed value
   * @throws InvalidConfigurationException when it is no whole number or out of range
   */
  public int integer(Variable variable, int min, int max, int otherwise) {
    return find(variable).map(value -> parseInteger(variable, value, min, max)).orElse(otherwise);
  }

  /**
   * A switch, or the given position when the variable is not set.
   *
   * @throws InvalidConfigurationException when it is neither {@code true} nor {@code false}
   */
  public boolean flag(Variable variable, boolean otherwise) {
    return find(variable).map(value -> parseFlag(variable, value)).orElse(otherwise);
  }

  /**
   * A comma separated list without empty entries.
   *
   * @return the entries in their order, empty when the variable is not set
   */
  public List<String> list(Variable variable) {
    return find(variable).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  /**
   * A comma separated list of {@code name=number}.
   *
   * @return names and numbers in their order, empty when the variable is not set
   * @throws InvalidConfigurationException when an entry has another form or a number below 0
   */
  public Map<String, Integer> numbersByName(Variable variable) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String entry : list(variable)) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw InvalidConfigurationException.variable(
            variable, entry, "a comma separated list of name=number");
      }
      numbers.put(
          entry.substring(0, equals).strip(),
          parseInteger(variable, entry.substring(equals + 1).strip(), 0, Integer.MAX_VALUE));
    }
    return numbers;
  }

  private static boolean parseFlag(Variable variable, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw InvalidConfigurationException.variable(variable, value, "true or false");
    };
  }

  private static int parseInteger(Variable variable, String value, int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw InvalidConfigurationException.variable(variable, value, allowed);
    }
    if (number < min || number > max) {
      throw InvalidConfigurationException.variable(variable, value, allowed);
    }
    return number;
  }
}
