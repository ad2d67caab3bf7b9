package callcentre.storage.cursors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for separate purposes, all derived from the one secret {@code signing}: who learns one of
 * them learns nothing of the others.
 */
public final class SigningKeys {

  /** Seals paging cursors. */
  public static final String CURSOR = "cursor";

  /** Seals the tickets that let a browser play audio without a token. */
  public static final String TICKET = "ticket";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_MASTER = 32;

  private final SecretKeySpec master;

  /**
   * Keys under one master.
   *
   * @param master the secret's value, at least 32 characters of a random source
   */
  public SigningKeys(String master) {
    if (master.length() < SHORTEST_MASTER) {
      throw new IllegalArgumentException(
          "the signing secret's 'master' must have at least " + SHORTEST_MASTER + " characters");
    }
    this.master = new SecretKeySpec(master.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * The 32 bytes of the key for one purpose: HMAC-SHA256 of the label under the master.
   *
   * @param label names the purpose, for example {@link #CURSOR}
   */
  public byte[] derive(String label) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(master);
      return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
