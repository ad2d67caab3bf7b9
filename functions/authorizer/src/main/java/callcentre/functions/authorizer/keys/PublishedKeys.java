package callcentre.functions.authorizer.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** RS256 and ES256 with the keys that the issuer publishes (JWKS, RFC 7517). */
public final class PublishedKeys implements VerificationKeys {

  private static final Set<JWSAlgorithm> ACCEPTED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final KeySetCache keys;

  public PublishedKeys(KeySetCache keys) {
    this.keys = keys;
  }

  @Override
  public Optional<JWSVerifier> verifierFor(JWSHeader header) {
    if (!ACCEPTED.contains(header.getAlgorithm())) {
      return Optional.empty();
    }
    List<JWK> fitting = keys.find(key -> fits(key, header));
    // A token that names no key can mean only a single one.
    return fitting.size() == 1 ? Optional.of(verifier(fitting.getFirst())) : Optional.empty();
  }

  private static boolean fits(JWK key, JWSHeader header) {
    JWSAlgorithm algorithm = header.getAlgorithm();
    boolean kind =
        algorithm.equals(JWSAlgorithm.RS256) ? key instanceof RSAKey : key instanceof ECKey;
    boolean intended = key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm);
    boolean named = header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
    return kind && intended && named;
  }

  private static JWSVerifier verifier(JWK key) {
    try {
      return switch (key) {
        case RSAKey rsa -> new RSASSAVerifier(rsa);
        case ECKey curve -> new ECDSAVerifier(curve);
        default -> throw new IllegalStateException("an unusable key was kept");
      };
    } catch (JOSEException unusable) {
      throw new KeysUnavailableException("the issuer's key cannot be used", unusable);
    }
  }
}
