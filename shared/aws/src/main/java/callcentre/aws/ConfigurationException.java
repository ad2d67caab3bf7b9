package callcentre.aws;

import java.util.List;

/**
 * The deployment lacks something that only its operator can provide. It is thrown when the value is
 * needed, never while a function initialises, so that a missing value is an answer 503 that names
 * it instead of a failed publish (design: Layout).
 */
public abstract sealed class ConfigurationException extends RuntimeException
    permits MissingConfigurationException, InvalidConfigurationException {

  private static final long serialVersionUID = 1L;

  private final List<String> names;

  ConfigurationException(String message, List<String> names) {
    super(message);
    this.names = List.copyOf(names);
  }

  /**
   * What the operator has to set right: names of environment variables, or ids of secrets, the
   * latter followed by {@code #field} when one field of the secret is meant. Never values.
   *
   * @return at least one name
   */
  public final List<String> names() {
    return names;
  }
}
