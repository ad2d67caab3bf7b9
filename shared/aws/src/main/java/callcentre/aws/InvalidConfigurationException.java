package callcentre.aws;

import java.util.List;

/** An environment variable or a secret has a value that cannot be used. */
public final class InvalidConfigurationException extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  private InvalidConfigurationException(String message, String name) {
    super(message, List.of(name));
  }

  /**
   * A variable whose value is malformed or out of range.
   *
   * @param variable the variable
   * @param value what it holds; variables never hold secrets, so it is shown
   * @param allowed what it may hold, e.g. {@code a whole number from 1 to 100}
   */
  public static InvalidConfigurationException variable(
      Variable variable, String value, String allowed) {
    return new InvalidConfigurationException(
        variable.name()
            + " is \""
            + value
            + "\" but must be "
            + allowed
            + ". Nothing was changed; correct the stack's parameter and deploy again.",
        variable.name());
  }

  /**
   * A secret whose value does not have the expected form.
   *
   * @param secretId name or ARN of the secret; its value is never shown
   * @param expected what it must be, e.g. {@code a JSON object}
   */
  public static InvalidConfigurationException secret(String secretId, String expected) {
    return new InvalidConfigurationException(
        "The value of the secret " + secretId + " must be " + expected + ".", secretId);
  }

  /**
   * A secret that this function may not read or write.
   *
   * @param secretId name or ARN of the secret
   * @param action the refused action, e.g. {@code secretsmanager:GetSecretValue}
   */
  public static InvalidConfigurationException secretDenied(String secretId, String action) {
    return new InvalidConfigurationException(
        "Access to the secret "
            + secretId
            + " was denied. Nothing was changed; allow "
            + action
            + " on it in the function's policy (and its key, when it has one of its own).",
        secretId);
  }
}
