package callcentre.functions.authorizer;

import callcentre.aws.AwsClients;
import callcentre.aws.ConfigurationException;
import callcentre.aws.Environment;
import callcentre.functions.authorizer.keys.KeySetCache;
import callcentre.functions.authorizer.keys.PublishedKeys;
import callcentre.functions.authorizer.people.Person;
import callcentre.functions.authorizer.tokens.RejectedTokenException;
import callcentre.functions.authorizer.tokens.TokenRules;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms verification and the look-up before a snapshot with a token of its own making. Its key is
 * thrown away: the authorizer that serves requests is another one and has no keys yet.
 */
final class Priming {

  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final TokenRules RULES = new TokenRules("priming", "priming", Duration.ZERO);
  private static final int KEY_BITS = 2048;

  private Priming() {}

  static void run(Environment environment, AwsClients clients) {
    Instant now = Instant.EPOCH;
    try {
      RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("priming").generate();
      InstantSource clock = InstantSource.fixed(now);
      Authorizer authorizer =
          Authorizer.of(
              new PublishedKeys(new KeySetCache(() -> List.of(key.toPublicJWK()), clock)),
              RULES,
              environment,
              clients,
              clock);
      String token = token(key, now.plusSeconds(60));
      AwsClients.prime(() -> AccessPolicy.allow(authorize(authorizer, token), "priming/priming"));
      LOG.info("Primed for a snapshot");
    } catch (JOSEException impossible) {
      throw new IllegalStateException("a token of our own cannot be signed", impossible);
    } catch (ConfigurationException missing) {
      LOG.warn("Primed in part: {}", missing.getMessage());
    }
  }

  private static Person authorize(Authorizer authorizer, String token) {
    try {
      return authorizer.authorize(token);
    } catch (RejectedTokenException impossible) {
      throw new IllegalStateException("a token of our own was refused", impossible);
    }
  }

  private static String token(RSAKey key, Instant expires) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            new JWTClaimsSet.Builder()
                .issuer(RULES.issuer())
                .audience(RULES.audience())
                .subject("priming")
                .expirationTime(Date.from(expires))
                .build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
