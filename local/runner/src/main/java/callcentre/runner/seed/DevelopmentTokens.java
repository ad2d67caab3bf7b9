package callcentre.runner.seed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Mints tokens for people of this machine. No deployed code can: the functions only verify. */
public final class DevelopmentTokens {

  /** How long a minted token is good. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  private final byte[] key;
  private final String issuer;
  private final String audience;

  /**
   * @param key at least 32 bytes as text
   */
  public DevelopmentTokens(String key, String issuer, String audience) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
    this.issuer = issuer;
    this.audience = audience;
  }

  /** A token that says who, and nothing else: role and organisations come from the users table. */
  public String mint(String subject, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(subject)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException tooShort) {
      throw new IllegalStateException(
          "The signing key of development tokens is unusable", tooShort);
    }
    return token.serialize();
  }
}
