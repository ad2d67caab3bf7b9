package callcentre.client.users;

import callcentre.aws.Environment;
import callcentre.aws.SecretAdministration;
import callcentre.client.CallContext;
import callcentre.client.budget.RequestBudget;
import callcentre.client.http.ProviderCall;
import callcentre.client.token.KeyProof;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * People's own MightyCall keys. They are written and deleted here and never read back: only the
 * client uses them ({@link callcentre.client.MightyCallClients#user}).
 */
public final class UserKeys {

  /** The longest key that is believed; generated ones have 36 characters. */
  public static final int LONGEST_KEY = 200;

  private final Environment environment;
  private final SecretAdministration secrets;
  private final KeyProof proof;
  private final RequestBudget budget;

  /**
   * @param environment names the stage
   * @param proof tries a key
   */
  public UserKeys(
      Environment environment, SecretAdministration secrets, KeyProof proof, RequestBudget budget) {
    this.environment = environment;
    this.secrets = secrets;
    this.proof = proof;
    this.budget = budget;
  }

  /**
   * Tries a key that nobody keeps yet: asks the provider for a token with it, which is thrown away.
   * One request, taken from the budget; a failing provider is asked up to three times.
   *
   * @param userKey 1 to {@link #LONGEST_KEY} characters
   * @throws callcentre.client.error.MightyCallException with kind {@code AUTH} when the provider
   *     refuses it; any other kind says nothing of the key
   * @throws callcentre.aws.ConfigurationException when the account's own credentials are missing
   */
  public void prove(String userKey, CallContext context) {
    proof.prove(
        checked(userKey), ProviderCall.begin(context, budget.forCall(context.requestClass())));
  }

  /**
   * Keeps a person's key in place of the one there was. Processes that know the old one go on with
   * it for at most five minutes.
   *
   * @param userId of the table users
   * @param userKey 1 to {@link #LONGEST_KEY} characters
   * @throws callcentre.aws.ConfigurationException when the role may not write it
   */
  public void put(String userId, String userKey) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("user_key", checked(userKey));
    // The token's secret first: with a key there must always be a place for its token.
    secrets.ensure(
        UserSecrets.token(userId, environment), "MightyCall token of the user " + userId);
    secrets.put(
        UserSecrets.key(userId, environment), "MightyCall user key of the user " + userId, json);
  }

  /**
   * Deletes a person's key and token, at once and for good. Processes that know them go on with
   * them for at most five minutes; only a new key in MightyCall's own panel ends them there.
   *
   * @return false when there was no key
   * @throws callcentre.aws.ConfigurationException when the role may not delete it
   */
  public boolean delete(String userId) {
    boolean deleted = secrets.delete(UserSecrets.key(userId, environment));
    secrets.delete(UserSecrets.token(userId, environment));
    return deleted;
  }

  /** Whether a person has a key here; whether it is still good only the provider knows. */
  public boolean exists(String userId) {
    return secrets.exists(UserSecrets.key(userId, environment));
  }

  private static String checked(String userKey) {
    String key = userKey.strip();
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
    }
    return key;
  }
}
