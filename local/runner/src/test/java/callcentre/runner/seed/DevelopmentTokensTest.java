package callcentre.runner.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DevelopmentTokensTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  void aTokenSaysOnlyWhoAndIsGoodForTwelveHours() throws Exception {
    SignedJWT token =
        SignedJWT.parse(
            new DevelopmentTokens(KEY, "http://issuer", "dashboard").mint("demo-agent", NOW));

    assertThat(token.verify(new MACVerifier(KEY))).isTrue();
    assertThat(token.getJWTClaimsSet().getClaims().keySet())
        .containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "jti");
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("demo-agent");
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://issuer");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("dashboard");
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
        .isEqualTo("2026-11-21T20:00:00Z");
  }

  @Test
  void thereIsOnePersonOfEveryRole() {
    assertThat(DemoUser.all())
        .extracting(DemoUser::role)
        .containsExactly("platform_admin", "org_admin", "org_manager", "agent", "none");
    assertThat(DemoUser.all())
        .filteredOn(user -> user.role().equals("agent"))
        .first()
        .satisfies(agent -> assertThat(agent.extension()).contains("101"));
  }
}
