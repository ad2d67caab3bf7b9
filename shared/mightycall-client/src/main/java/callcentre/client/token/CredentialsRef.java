package callcentre.client.token;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.util.Map;

/**
 * Whose credentials: the account's, or later a user's own. Each has its own secrets and its own
 * lease.
 *
 * @param name unique within the stack
 * @param credentialsSecretId name or ARN of the secret with the keys
 * @param tokenSecretId name or ARN of the secret that carries the token between processes
 */
public record CredentialsRef(String name, String credentialsSecretId, String tokenSecretId) {

  /**
   * The account's credentials.
   *
   * @throws callcentre.aws.MissingConfigurationException naming {@code CREDENTIALS_SECRET_ID} and
   *     {@code TOKEN_SECRET_ID}, whichever is not set
   */
  public static CredentialsRef ofAccount(Environment environment) {
    Map<Variable, String> ids =
        environment.requireAll(Variable.CREDENTIALS_SECRET_ID, Variable.TOKEN_SECRET_ID);
    return new CredentialsRef(
        "account",
        ids.getOrDefault(Variable.CREDENTIALS_SECRET_ID, ""),
        ids.getOrDefault(Variable.TOKEN_SECRET_ID, ""));
  }

  /** The lease under which one process renews the token. */
  public String leaseName() {
    return "mightycall-token#" + name;
  }
}
