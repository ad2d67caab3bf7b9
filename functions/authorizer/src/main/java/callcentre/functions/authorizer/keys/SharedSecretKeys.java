package callcentre.functions.authorizer.keys;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.Secrets;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** HS256 with a secret of Secrets Manager: the field {@code key}, at least 32 bytes. */
public final class SharedSecretKeys implements VerificationKeys {

  /** A key shorter than the hash can be guessed (RFC 7518, 3.2). */
  private static final int SHORTEST_KEY_BYTES = 32;

  private final Secrets secrets;
  private final String secretId;

  public SharedSecretKeys(Secrets secrets, String secretId) {
    this.secrets = secrets;
    this.secretId = secretId;
  }

  @Override
  public Optional<JWSVerifier> verifierFor(JWSHeader header) {
    if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) {
      return Optional.empty();
    }
    byte[] key = secrets.read(secretId).requireText("key").getBytes(StandardCharsets.UTF_8);
    if (key.length < SHORTEST_KEY_BYTES) {
      throw tooShort();
    }
    try {
      return Optional.of(new MACVerifier(key));
    } catch (JOSEException refused) {
      throw tooShort();
    }
  }

  private InvalidConfigurationException tooShort() {
    return InvalidConfigurationException.secret(
        secretId, "an object whose key has at least " + SHORTEST_KEY_BYTES + " bytes");
  }
}
