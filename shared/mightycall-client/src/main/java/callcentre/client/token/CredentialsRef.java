package callcentre.client.token;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import java.util.Map;
import java.util.Optional;

/**
 * Whose credentials: the account's, or a user's own. Each has its own secrets and its own lease.
 *
 * @param name unique within the stack
 * @param credentialsSecretId name or ARN of the secret with the keys
 * @param tokenSecretId name or ARN of the secret that carries the token between processes
 * @param userKey where a user's own key is, which stands in for the account's; host and account key
 *     are the account's in any case
 */
public record CredentialsRef(
    String name, String credentialsSecretId, String tokenSecretId, Optional<UserKeyRef> userKey) {

  /**
   * A user's own key.
   *
   * @param userId of the table users
   * @param secretId name of the secret with {@code {"user_key"}}
   */
  public record UserKeyRef(String userId, String secretId) {}

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
        ids.getOrDefault(Variable.TOKEN_SECRET_ID, ""),
        Optional.empty());
  }

  /**
   * A user's own credentials.
   *
   * @param tokenSecretId of the user's own token
   * @throws callcentre.aws.MissingConfigurationException naming {@code CREDENTIALS_SECRET_ID} when
   *     it is not set
   */
  public static CredentialsRef ofUser(
      UserKeyRef userKey, String tokenSecretId, Environment environment) {
    return new CredentialsRef(
        "user#" + userKey.userId(),
        environment.require(Variable.CREDENTIALS_SECRET_ID),
        tokenSecretId,
        Optional.of(userKey));
  }

  /** The lease under which one process renews the token. */
  public String leaseName() {
    return "mightycall-token#" + name;
  }
}
