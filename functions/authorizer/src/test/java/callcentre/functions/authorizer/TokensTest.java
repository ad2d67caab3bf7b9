package callcentre.functions.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a token can be wrong, and the few in which it is right. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

  private static final Instant NOW = Issuer.NOW;
  private static final RSAKey RSA = Issuer.rsaKey();
  private static final RSAKey STRANGER = Issuer.impostor("rsa-1");
  private static final ECKey CURVE = Issuer.curve("ec-1");

  private final Issuer issuer = new Issuer();
  private AuthorizerHandler handler;

  @BeforeAll
  void start(Cloud cloud) {
    issuer.publish(RSA, CURVE, Issuer.rsa("rsa-2"));
    handler = new Stage(cloud).with(Variable.JWT_JWKS_URL, issuer.address()).handler();
  }

  @AfterAll
  void close() {
    issuer.close();
  }

  static Stream<Arguments> goodTokens() {
    return Stream.of(
        good("RS256", Issuer.token()),
        good("ES256", Issuer.token(CURVE, claim -> {})),
        good("type at+jwt", Issuer.token(RSA, new JOSEObjectType("at+JWT"))),
        good("type JWT", Issuer.token(RSA, JOSEObjectType.JWT)),
        good("several audiences", with(c -> c.audience(List.of("other", Issuer.AUDIENCE)))),
        good("expired within the skew", with(c -> c.expirationTime(at(-59)))),
        good("valid from within the skew", with(c -> c.notBeforeTime(at(60)))),
        good("subject of 128 characters", with(c -> c.subject("s".repeat(128)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodTokens")
  void aGoodTokenIsLetIn(String name, String token) {
    assertThat(Calls.bearer(handler, token).getPrincipalId()).isNotEmpty();
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        bad("expired", with(c -> c.expirationTime(at(-60)))),
        bad("without expiry", with(c -> c.expirationTime(null))),
        bad("not yet valid", with(c -> c.notBeforeTime(at(61)))),
        bad("of another issuer", with(c -> c.issuer("https://id.example"))),
        bad("without issuer", with(c -> c.issuer(null))),
        bad("for another audience", with(c -> c.audience("other"))),
        bad("without audience", with(c -> c.audience((String) null))),
        bad("without subject", with(c -> c.subject(null))),
        bad("with a blank subject", with(c -> c.subject(" "))),
        bad("with a subject of 129 characters", with(c -> c.subject("s".repeat(129)))),
        bad("with a control character in its subject", with(c -> c.subject("a\u0000b"))),
        bad("of another type", Issuer.token(RSA, new JOSEObjectType("logout+jwt"))),
        bad("signed by a stranger under a known key id", Issuer.token(STRANGER, c -> {})),
        bad("of an unknown key id", Issuer.token(Issuer.rsa("rsa-9"), c -> {})),
        bad("without key id where there are several", sign(JWSAlgorithm.RS256, null)),
        bad("RS512, which is not accepted", sign(JWSAlgorithm.RS512, "rsa-1")),
        bad("PS256, which is not accepted", sign(JWSAlgorithm.PS256, "rsa-1")),
        bad("RS256 under the id of a curve", sign(JWSAlgorithm.RS256, "ec-1")),
        bad("HS256 with the public key as its secret", confused()),
        bad("with algorithm none", new PlainJWT(Issuer.claims(c -> {})).serialize()),
        bad("without its signature", Issuer.token().replaceAll("[^.]+$", "")),
        bad("with a changed claim", changed(Issuer.token())),
        bad("with an unknown critical header", critical()),
        bad("of two parts", "abc.def"),
        bad("of five parts, encrypted", "a.b.c.d.e"),
        bad("that is no token", "nonsense"),
        bad("that is empty", ""),
        bad("that is too long", "x".repeat(9000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aBadTokenIsUnauthorized(String name, String token) {
    assertThatThrownBy(() -> Calls.bearer(handler, token))
        .isInstanceOf(RuntimeException.class)
        .hasMessage("Unauthorized");
  }

  @Test
  void theHeaderMayBeWrittenInAnyCaseButMustBeABearer() {
    assertThat(Calls.header(handler, "authorization", "bearer " + Issuer.token())).isNotNull();
    for (String value : List.of("Basic YTpi", "Bearer", "Bearer ", Issuer.token(), "")) {
      assertThatThrownBy(() -> Calls.header(handler, "Authorization", value))
          .hasMessage("Unauthorized");
    }
    assertThatThrownBy(() -> Calls.header(handler, "X-Other", "Bearer " + Issuer.token()))
        .hasMessage("Unauthorized");
    assertThatThrownBy(() -> handler.handleRequest(Calls.event(null), null))
        .hasMessage("Unauthorized");
  }

  @Test
  void aTokenWithoutKeyIdIsReadWhenTheIssuerHasOneKeyOnly(Cloud cloud) {
    try (Issuer single = new Issuer()) {
      AuthorizerHandler other =
          new Stage(cloud).with(Variable.JWT_JWKS_URL, single.address()).handler();
      assertThat(Calls.bearer(other, sign(JWSAlgorithm.RS256, null))).isNotNull();
    }
  }

  private static String with(Consumer<JWTClaimsSet.Builder> change) {
    return Issuer.token(RSA, change);
  }

  private static Date at(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static String sign(JWSAlgorithm algorithm, String keyId) {
    return Issuer.sign(RSA, new JWSHeader.Builder(algorithm).keyID(keyId), claim -> {});
  }

  private static String critical() {
    JWSHeader.Builder header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID("rsa-1")
            .customParam("x", 1)
            .criticalParams(Set.of("x"));
    return Issuer.sign(RSA, header, claim -> {});
  }

  /** The attack on verifiers that take the kind of check from the token's header. */
  private static String confused() {
    byte[] publicKey = RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    return Issuer.token(
        new OctetSequenceKey.Builder(publicKey).keyID("rsa-1").build(), claim -> {});
  }

  private static String changed(String token) {
    String[] parts = token.split("\\.");
    String other = Issuer.token(RSA, claims -> claims.subject("root")).split("\\.")[1];
    return parts[0] + "." + other + "." + parts[2];
  }

  private static Arguments good(String name, String token) {
    return Arguments.of(name, token);
  }

  private static Arguments bad(String name, String token) {
    return Arguments.of(name, token);
  }
}
