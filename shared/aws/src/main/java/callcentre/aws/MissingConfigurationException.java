package callcentre.aws;

import java.util.List;

/** Environment variables or secrets that are needed now were never given. */
public final class MissingConfigurationException extends ConfigurationException {

  private static final long serialVersionUID = 1L;

  /**
   * Variables that are not set, all of them at once.
   *
   * @param variables at least one name
   */
  public MissingConfigurationException(List<String> variables) {
    super(
        "Not configured: "
            + String.join(", ", variables)
            + ". Nothing was changed; set it in the stack's parameters and deploy again.",
        variables);
  }

  private MissingConfigurationException(String message, String name) {
    super(message, List.of(name));
  }

  /**
   * A secret that does not exist or has no value yet.
   *
   * @param secretId name or ARN of the secret
   */
  public static MissingConfigurationException secret(String secretId) {
    return new MissingConfigurationException(
        "The secret "
            + secretId
            + " does not exist or has no value. Nothing was changed; put its value with"
            + " `aws secretsmanager put-secret-value`.",
        secretId);
  }

  /**
   * A version of a secret that is gone or never was.
   *
   * @param secretId name or ARN of the secret
   * @param versionId the version asked for
   */
  public static MissingConfigurationException secretVersion(String secretId, String versionId) {
    return new MissingConfigurationException(
        "The secret " + secretId + " has no version " + versionId + " (any more).", secretId);
  }

  /**
   * A field that a secret's JSON lacks.
   *
   * @param secretId name or ARN of the secret
   * @param field name of the field
   */
  public static MissingConfigurationException secretField(String secretId, String field) {
    return new MissingConfigurationException(
        "The secret "
            + secretId
            + " lacks the field "
            + field
            + ". Nothing was changed; put a complete value with"
            + " `aws secretsmanager put-secret-value`.",
        secretId + "#" + field);
  }
}
