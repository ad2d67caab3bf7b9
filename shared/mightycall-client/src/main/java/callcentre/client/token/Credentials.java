package callcentre.client.token;

import callcentre.client.http.ProviderHost;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a token is made from (reference 1.2).
 *
 * @param apiKey the account's key, {@code client_id}
 * @param userKey the user's key, or the extension where sign-in by key is off, {@code
 *     client_secret}
 */
public record Credentials(ProviderHost host, String apiKey, String userKey) {

  private static final int FINGERPRINT_LENGTH = 24;

  /**
   * A name for exactly these credentials at this host, from which they cannot be had: the API key
   * has 122 random bits.
   *
   * @return 24 hexadecimal digits
   */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {host.origin().toString(), apiKey, userKey}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_LENGTH);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }

  @Override
  public String toString() {
    return "Credentials[host=" + host.name() + ", fingerprint=" + fingerprint() + "]";
  }
}
