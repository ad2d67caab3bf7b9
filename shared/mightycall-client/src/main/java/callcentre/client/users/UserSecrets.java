package callcentre.client.users;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.client.token.CredentialsRef;
import callcentre.client.token.CredentialsRef.UserKeyRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The names of a person's two secrets: {@code {stage}/mightycall/user-keys/{user}} with the key,
 * written by the function users alone, and {@code {stage}/mightycall/user-tokens/{user}} with the
 * token made from it. Two prefixes, so that a role can be allowed one and not the other.
 */
public final class UserSecrets {

  private static final String KEYS = "/mightycall/user-keys/";
  private static final String TOKENS = "/mightycall/user-tokens/";

  /** A secret's name has 512 characters at most (CreateSecret). */
  private static final int LONGEST = 256;

  private UserSecrets() {}

  /**
   * The credentials of a person: host and account key of the account, and the person's own key.
   *
   * @param userId of the table users
   * @throws callcentre.aws.MissingConfigurationException when the stack is not configured
   */
  public static CredentialsRef credentials(String userId, Environment environment) {
    return CredentialsRef.ofUser(
        new UserKeyRef(userId, key(userId, environment)), token(userId, environment), environment);
  }

  static String key(String userId, Environment environment) {
    return environment.require(Variable.STAGE) + KEYS + encode(userId);
  }

  static String token(String userId, Environment environment) {
    return environment.require(Variable.STAGE) + TOKENS + encode(userId);
  }

  /**
   * A user id in the letters that names of secrets may have, different for different ids: every
   * other byte becomes {@code =} and two hexadecimal digits; a very long id becomes its hash.
   */
  static String encode(String userId) {
    if (userId.isBlank()) {
      throw new IllegalArgumentException("a user without an id");
    }
    StringBuilder encoded = new StringBuilder();
    for (byte part : userId.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(part)) {
        encoded.append((char) part);
      } else {
        encoded.append(String.format(Locale.ROOT, "=%02x", part));
      }
    }
    return encoded.length() <= LONGEST ? encoded.toString() : "=sha256=" + hash(userId);
  }

  private static boolean isPlain(byte part) {
    return (part >= 'a' && part <= 'z')
        || (part >= 'A' && part <= 'Z')
        || (part >= '0' && part <= '9')
        || part == '-'
        || part == '_'
        || part == '.'
        || part == '@';
  }

  private static String hash(String userId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }
}
