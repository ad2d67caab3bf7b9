package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.simulator.settings.HostKind;
import callcentre.simulator.settings.TokenRules;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenTest extends SimulatorTest {

  @Test
  void rightKeyAndSecretGiveOpaqueTokensForADay() {
    JsonNode token = caller.signIn(simulator.apiKey(), simulator.adminSecret()).json();

    assertThat(token.path("access_token").asText()).hasSize(700).matches("[A-Za-z0-9_-]+");
    assertThat(token.path("refresh_token").asText()).hasSize(44).contains("+", "/", "=");
    assertThat(token.path("expires_in").asInt()).isEqualTo(86_399);
    assertThat(token.path("token_type").asText()).isEqualTo("bearer");
  }

  @Test
  void everyRefreshTokenHoldsWhatMustBePercentEncoded() {
    for (int i = 0; i < 50; i++) {
      JsonNode token = caller.signIn(simulator.apiKey(), simulator.adminSecret()).json();
      assertThat(token.path("refresh_token").asText()).contains("+", "/", "=");
    }
  }

  @Test
  void wrongKeyOrSecretIsInvalidClient() {
    assertError(caller.signIn("not-the-key", simulator.adminSecret()), "invalid_client");
    assertError(caller.signIn(simulator.apiKey(), "not-the-secret"), "invalid_client");
    assertError(caller.signIn(simulator.apiKey(), ""), "invalid_client");
  }

  @Test
  void anAccountOfTheOtherHostKindIsInvalidClient() {
    simulator.change(settings -> settings.withHostKind(HostKind.CONTACT_CENTER));

    assertError(caller.signIn(simulator.apiKey(), simulator.adminSecret()), "invalid_client");

    simulator.account().moveTo(HostKind.CONTACT_CENTER);
    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(200);
  }

  @Test
  void withoutSignInByKeyTheExtensionIsTheSecretOnAClassicHost() {
    String generatedKey = simulator.adminSecret();
    simulator.change(settings -> settings.withSignInByKey(false));

    assertThat(simulator.adminSecret()).isEqualTo("101");
    assertThat(caller.signIn(simulator.apiKey(), "101").status()).isEqualTo(200);
    assertError(caller.signIn(simulator.apiKey(), generatedKey), "invalid_client");
  }

  @Test
  void aContactCentreHostNeverTakesAnExtensionForASecret() {
    simulator.account().moveTo(HostKind.CONTACT_CENTER);
    simulator.change(s -> s.withHostKind(HostKind.CONTACT_CENTER).withSignInByKey(false));

    assertError(caller.signIn(simulator.apiKey(), "101"), "invalid_client");
    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(200);
  }

  @Test
  void aTokenActsAsTheUserWhoseSecretWasUsed() {
    String token = caller.accessToken(simulator.secretOf("102"));

    JsonNode profile = caller.get("/v4/api/profile", token).json().path("data");
    assertThat(profile.path("extension").asText()).isEqualTo("102");
    assertThat(profile.path("role").asText()).isEqualTo("user");
  }

  @Test
  void missingOrUnknownGrantTypeIsUnsupported() {
    assertError(caller.token(Map.of("client_id", "x")), "unsupported_grant_type");
    assertError(caller.token(Map.of("grant_type", "password")), "unsupported_grant_type");
  }

  @Test
  void onlyAFormBodyIsRead() {
    String json = "{\"grant_type\":\"client_credentials\"}";
    assertError(
        caller.json(
            caller
                .request("/v4/auth/token?grant_type=client_credentials")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))),
        "unsupported_grant_type");
  }

  @Test
  void refreshingRotatesTheRefreshTokenAndRefusesTheUsedOne() {
    String first = refreshTokenOf(caller.signIn(simulator.apiKey(), simulator.adminSecret()));

    Caller.Reply second = caller.refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(refreshTokenOf(second)).isNotEqualTo(first);
    assertThat(caller.get("/v4/api/team", second.json().path("access_token").asText()).status())
        .isEqualTo(200);
    assertError(caller.refresh(first), "invalid_grant");
    assertThat(caller.refresh(refreshTokenOf(second)).status()).isEqualTo(200);
  }

  @Test
  void aUsedRefreshTokenStaysGoodWhereTheSwitchSaysSo() {
    simulator.change(s -> s.withTokens(TokenRules.defaults().withSingleUseRefresh(false)));
    String first = refreshTokenOf(caller.signIn(simulator.apiKey(), simulator.adminSecret()));

    assertThat(caller.refresh(first).status()).isEqualTo(200);
    assertThat(caller.refresh(first).status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatIsNotPercentEncodedIsInvalidGrant() {
    String token = refreshTokenOf(caller.signIn(simulator.apiKey(), simulator.adminSecret()));

    assertError(
        caller.json(
            caller
                .request("/v4/auth/token")
                .header("x-api-key", simulator.apiKey())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + token))),
        "invalid_grant");
  }

  @Test
  void aTokenExpiresOnTheSimulatorsClock() {
    simulator.clock().freeze();
    simulator.change(s -> s.withTokens(TokenRules.defaults().withLifetimeSeconds(60)));
    Caller.Reply signedIn = caller.signIn(simulator.apiKey(), simulator.adminSecret());
    String token = signedIn.json().path("access_token").asText();
    assertThat(signedIn.json().path("expires_in").asInt()).isEqualTo(60);

    simulator.clock().advance(Duration.ofSeconds(59));
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(200);
    simulator.clock().advance(Duration.ofSeconds(1));
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(401);
  }

  @Test
  void revokedTokensAreDeniedButARefreshTokenThatWasKeptStillWorks() {
    Caller.Reply signedIn = caller.signIn(simulator.apiKey(), simulator.adminSecret());
    String token = signedIn.json().path("access_token").asText();

    simulator.tokens().revoke(false);

    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(401);
    assertThat(caller.refresh(refreshTokenOf(signedIn)).status()).isEqualTo(200);
    simulator.tokens().revoke(true);
    assertError(caller.refresh(refreshTokenOf(signedIn)), "invalid_grant");
  }

  @Test
  void theTokenEndpointWantsTheApiKeyHeaderUnlessTheSwitchSaysOtherwise() {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(simulator.apiKey(), simulator.adminSecret());
    var withoutHeader =
        caller
            .request("/v4/auth/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));

    assertError(caller.json(withoutHeader), "invalid_client");
    simulator.change(settings -> settings.withRequireApiKeyHeader(false));
    assertThat(caller.json(withoutHeader).status()).isEqualTo(200);
  }

  private static String refreshTokenOf(Caller.Reply reply) {
    return reply.json().path("refresh_token").asText();
  }

  private static void assertError(Caller.Reply reply, String code) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").asText()).isEqualTo(code);
    assertThat(reply.json().size()).isEqualTo(1);
  }
}
