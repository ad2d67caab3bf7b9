package callcentre.client.users;

import callcentre.aws.Environment;
import callcentre.aws.SecretAdministration;
import callcentre.client.CallContext;
import callcentre.client.profile.Profile;
import callcentre.client.profile.ProfileApi;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * People's own MightyCall keys. They are written and deleted here and never read back: only the
 * client uses them ({@link callcentre.client.MightyCallClients#user}).
 */
public final class UserKeys {

  /** The longest key that is believed; generated ones have 36 characters. */
  public static final int LONGEST_KEY = 200;

  private final Environment environment;
  private final SecretAdministration secrets;
  private final Function<String, ProfileApi> trial;

  /**
   * @param environment names the stage
   * @param trial signs in with a key that nobody keeps
   */
  public UserKeys(
      Environment environment, SecretAdministration secrets, Function<String, ProfileApi> trial) {
    this.environment = environment;
    this.secrets = secrets;
    this.trial = trial;
  }

  /**
   * Whose key it is that nobody keeps yet: a token is asked for with it, which is thrown away, and
   * the profile of its user (MightyCall reference 1.2, 3.4). Two requests, taken from the budget; a
   * failing provider is asked up to three times for each.
   *
   * @param userKey 1 to {@link #LONGEST_KEY} characters
   * @throws callcentre.client.error.MightyCallException with kind {@code AUTH} when the provider
   *     refuses it; any other kind says nothing of the key
   * @throws callcentre.aws.ConfigurationException when the account's own credentials are missing
   */
  public Profile owner(String userKey, CallContext context) {
    return trial.apply(checked(userKey)).own(context);
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
