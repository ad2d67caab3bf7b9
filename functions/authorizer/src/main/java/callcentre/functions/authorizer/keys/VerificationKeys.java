package callcentre.functions.authorizer.keys;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import java.util.Optional;

/**
 * The keys of the one mode that a stage accepts. The mode pins the algorithms: what a token's
 * header claims never chooses the kind of check (RFC 8725, 3.1).
 */
public interface VerificationKeys {

  /**
   * The check for a token with this header.
   *
   * @return empty when the mode does not accept the header's algorithm or knows no such key
   * @throws KeysUnavailableException when the keys could not be had and none are remembered
   */
  Optional<JWSVerifier> verifierFor(JWSHeader header);
}
