package callcentre.functions.authorizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.aws.InvalidConfigurationException;
import callcentre.aws.MissingConfigurationException;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stage accepts exactly one mode; a mistake of its configuration is never a 401. */
@ExtendWith(CloudExtension.class)
class ModesTest {

  private static final String KEY = "k".repeat(43);

  private Stage stage;

  @BeforeEach
  void start(Cloud cloud) {
    stage = new Stage(cloud);
  }

  @Test
  void aSharedSecretVerifiesHs256AndIsReadOnce() {
    AuthorizerHandler handler = hs256(KEY).handler();
    for (int call = 0; call < 10; call++) {
      assertThat(Calls.bearer(handler, hs256Token(KEY))).isNotNull();
    }
    assertThat(stage.requests.count("secretsmanager.GetSecretValue")).isEqualTo(1);
  }

  @Test
  void aSharedSecretAcceptsNothingButHs256OfItsOwn() {
    AuthorizerHandler handler = hs256(KEY).handler();
    OctetSequenceKey longer = secret("l".repeat(64));
    for (String token :
        new String[] {
          hs256Token("x".repeat(43)),
          Issuer.token(),
          Issuer.sign(longer, new JWSHeader.Builder(JWSAlgorithm.HS512), claim -> {})
        }) {
      assertThatThrownBy(() -> Calls.bearer(handler, token)).hasMessage("Unauthorized");
    }
  }

  @Test
  void aSharedSecretOf31BytesIsTooShort() {
    AuthorizerHandler handler = hs256("k".repeat(31)).handler();
    assertThatThrownBy(() -> Calls.bearer(handler, hs256Token(KEY)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("kkkk");
  }

  @Test
  void aMissingSecretIsNamed() {
    AuthorizerHandler handler =
        stage.with(Variable.JWT_HS256_SECRET_ID, "nowhere/jwt-hs256").handler();
    assertThatThrownBy(() -> Calls.bearer(handler, hs256Token(KEY)))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("nowhere/jwt-hs256");
  }

  @Test
  void bothModesAtOnceAreRefused() {
    AuthorizerHandler handler =
        hs256(KEY).with(Variable.JWT_JWKS_URL, "https://id.example/jwks.json").handler();
    assertThatThrownBy(() -> Calls.bearer(handler, hs256Token(KEY)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("exactly one mode");
  }

  @Test
  void noModeAtAllIsNamed() {
    AuthorizerHandler handler = stage.handler();
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token()))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("JWT_JWKS_URL")
        .hasMessageContaining("JWT_HS256_SECRET_ID");
  }

  @Test
  void missingIssuerAndAudienceAreNamedTogether() {
    AuthorizerHandler handler =
        hs256(KEY).with(Variable.JWT_ISSUER, "").with(Variable.JWT_AUDIENCE, " ").handler();
    assertThatThrownBy(() -> Calls.bearer(handler, hs256Token(KEY)))
        .isInstanceOf(MissingConfigurationException.class)
        .hasMessageContaining("JWT_ISSUER")
        .hasMessageContaining("JWT_AUDIENCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example/jwks.json",
        "http://localhost.evil.example/",
        "ftp://id.example/",
        "file:///etc/passwd",
        "jwks.json",
        "https:",
        "not an address"
      })
  void keysAreFetchedOverHttpsOnly(String address) {
    AuthorizerHandler handler = stage.with(Variable.JWT_JWKS_URL, address).handler();
    assertThatThrownBy(() -> Calls.bearer(handler, Issuer.token()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("JWT_JWKS_URL");
  }

  @Test
  void theSkewIsAParameter() {
    AuthorizerHandler strict = hs256(KEY).with(Variable.JWT_CLOCK_SKEW_SECONDS, "0").handler();
    stage.at(Issuer.NOW.plusSeconds(299));
    assertThat(Calls.bearer(strict, hs256Token(KEY))).isNotNull();
    stage.at(Issuer.NOW.plusSeconds(300));
    assertThatThrownBy(() -> Calls.bearer(strict, hs256Token(KEY))).hasMessage("Unauthorized");
    AuthorizerHandler wrong = stage.with(Variable.JWT_CLOCK_SKEW_SECONDS, "301").handler();
    assertThatThrownBy(() -> Calls.bearer(wrong, hs256Token(KEY)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("JWT_CLOCK_SKEW_SECONDS");
  }

  private Stage hs256(String key) {
    return stage.secret(Variable.JWT_HS256_SECRET_ID, "{\"key\":\"" + key + "\"}");
  }

  private static String hs256Token(String key) {
    return Issuer.token(secret(key), claim -> {});
  }

  private static OctetSequenceKey secret(String key) {
    return new OctetSequenceKey.Builder(key.getBytes(StandardCharsets.UTF_8)).build();
  }
}
