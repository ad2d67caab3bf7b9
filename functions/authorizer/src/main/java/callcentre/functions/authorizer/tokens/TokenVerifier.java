package callcentre.functions.authorizer.tokens;

import callcentre.functions.authorizer.keys.VerificationKeys;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token is good: its signature first, then what it says (RFC 7519, 7.2; RFC
 * 8725).
 */
public final class TokenVerifier {

  private static final int LONGEST_SUBJECT = 128;

  /** Other kinds of token, a logout token for instance, are signed with the same keys. */
  private static final Set<String> ACCEPTED_TYPES = Set.of("jwt", "at+jwt");

  private final VerificationKeys keys;
  private final TokenRules rules;
  private final InstantSource clock;

  public TokenVerifier(VerificationKeys keys, TokenRules rules, InstantSource clock) {
    this.keys = keys;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Verifies a token.
   *
   * @throws RejectedTokenException when it is not good
   * @throws callcentre.functions.authorizer.keys.KeysUnavailableException when that cannot be told
   * @throws callcentre.aws.ConfigurationException when the mode's secret is missing or malformed
   */
  public VerifiedToken verify(String token) throws RejectedTokenException {
    SignedJWT signed = parse(token);
    requireType(signed.getHeader().getType());
    requireSignature(signed);
    JWTClaimsSet claims = claims(signed);
    if (!rules.issuer().equals(claims.getIssuer())) {
      throw new RejectedTokenException("wrong_issuer");
    }
    if (!claims.getAudience().contains(rules.audience())) {
      throw new RejectedTokenException("wrong_audience");
    }
    Instant expires = requireTime(claims);
    return new VerifiedToken(subject(claims), expires, claims.getClaims());
  }

  /** {@code alg: none} and encrypted tokens are no signed tokens and end here. */
  private static SignedJWT parse(String token) throws RejectedTokenException {
    try {
      return SignedJWT.parse(token);
    } catch (ParseException | IllegalArgumentException malformed) {
      throw new RejectedTokenException("no_signed_token");
    }
  }

  private static void requireType(@Nullable JOSEObjectType type) throws RejectedTokenException {
    if (type != null && !ACCEPTED_TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
      throw new RejectedTokenException("wrong_type");
    }
  }

  private void requireSignature(SignedJWT signed) throws RejectedTokenException {
    JWSVerifier verifier =
        keys.verifierFor(signed.getHeader())
            .orElseThrow(() -> new RejectedTokenException("unknown_key_or_algorithm"));
    try {
      if (!signed.verify(verifier)) {
        throw new RejectedTokenException("wrong_signature");
      }
    } catch (JOSEException unusable) {
      throw new RejectedTokenException("wrong_signature");
    }
  }

  private static JWTClaimsSet claims(SignedJWT signed) throws RejectedTokenException {
    try {
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      if (claims != null) {
        return claims;
      }
    } catch (ParseException malformed) {
      // Falls through: a signed text that is no set of claims.
    }
    throw new RejectedTokenException("no_claims");
  }

  /** Requires that the token is good now, and says until when it is. */
  private Instant requireTime(JWTClaimsSet claims) throws RejectedTokenException {
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    if (expires == null) {
      throw new RejectedTokenException("no_expiry");
    }
    if (!now.isBefore(expires.toInstant().plus(rules.clockSkew()))) {
      throw new RejectedTokenException("expired");
    }
    Date notBefore = claims.getNotBeforeTime();
    if (notBefore != null && now.isBefore(notBefore.toInstant().minus(rules.clockSkew()))) {
      throw new RejectedTokenException("not_yet_valid");
    }
    return expires.toInstant();
  }

  private static String subject(JWTClaimsSet claims) throws RejectedTokenException {
    String subject = claims.getSubject();
    boolean fits =
        subject != null
            && !subject.isBlank()
            && subject.length() <= LONGEST_SUBJECT
            && subject.chars().noneMatch(Character::isISOControl);
    if (subject == null || !fits) {
      throw new RejectedTokenException("no_usable_subject");
    }
    return subject;
  }
}
