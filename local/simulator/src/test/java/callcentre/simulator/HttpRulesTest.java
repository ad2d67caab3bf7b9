package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpRulesTest extends SimulatorTest {

  @Test
  void pathsMatchInAnyCaseAndWithASlashAtTheEnd() {
    String token = caller.accessToken();

    for (String path : List.of("/V4/API/PhoneNumbers", "/v4/api/PROFILE/Status", "/v4/api/team/")) {
      assertThat(caller.get(path, token).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void pathsWithoutApiAre404() {
    String token = caller.accessToken();

    for (String path :
        List.of("/v4/phonenumbers", "/v4/team", "/api/v4/team", "/v4/api/auth/token")) {
      assertThat(caller.get(path, token).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void anUnknownRouteQuotesItsAddressEvenWithoutAToken() {
    Caller.Reply reply = caller.json(caller.request("/v4/api/extensions?x=1").GET());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().path("message").asText())
        .isEqualTo(
            "No HTTP resource was found that matches the request URI '"
                + simulator.baseUrl()
                + "/v4/api/extensions?x=1'.");
  }

  @Test
  void aWrongMethodIs405AndNamesTheRightOnes() {
    Caller.Reply reply =
        caller.json(
            caller
                .signed("/v4/api/phonenumbers", caller.accessToken())
                .POST(BodyPublishers.ofString("[]")));

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.json().path("message").asText())
        .isEqualTo("The requested resource does not support http method 'POST'.");
    assertThat(reply.http().headers().firstValue("Allow")).contains("DELETE, GET");
    assertThat(caller.json(caller.request("/v4/auth/token").GET()).status()).isEqualTo(405);
  }

  @Test
  void everyMethodButPingWantsABearerToken() {
    for (String path :
        List.of(
            "phonenumbers",
            "phonenumbers/312",
            "team",
            "profile",
            "profile/101",
            "profile/status")) {
      Caller.Reply none =
          caller.json(
              caller.request("/v4/api/" + path).header("x-api-key", simulator.apiKey()).GET());
      assertThat(none.status()).as(path).isEqualTo(401);
      assertThat(none.json().path("message").asText())
          .isEqualTo("Authorization has been denied for this request.");
      assertThat(caller.get("/v4/api/" + path, "unknown").status()).isEqualTo(401);
    }
    assertThat(caller.put("/v4/api/profile/status/dnd", "unknown").status()).isEqualTo(401);
    assertThat(caller.deleteNumbers("unknown", "[]").status()).isEqualTo(401);
  }

  @Test
  void theApiKeyHeaderIsWantedUnlessTheSwitchSaysOtherwise() {
    String token = caller.accessToken();
    var bearerOnly =
        caller.request("/v4/api/team").header("Authorization", "bearer " + token).GET();

    assertThat(caller.json(bearerOnly).status()).isEqualTo(401);
    simulator.change(settings -> settings.withRequireApiKeyHeader(false));
    assertThat(caller.json(bearerOnly).status()).isEqualTo(200);
  }

  @Test
  void aPutWithoutContentLengthIs411AsFromIis() {
    String token = caller.accessToken();

    String answer =
        RawConnection.exchange(
            simulator,
            "PUT /v4/api/profile/status/dnd HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + token,
            "x-api-key: " + simulator.apiKey());

    assertThat(answer).startsWith("HTTP/1.1 411").contains("Length Required");
    assertThat(caller.get("/v4/api/profile/status", token).json().findPath("status").asText())
        .isEqualTo("available");
  }

  @Test
  void aPutWithContentLengthZeroIsServed() {
    String answer =
        RawConnection.exchange(
            simulator,
            "PUT /v4/api/profile/status/dnd HTTP/1.1",
            "Host: localhost",
            "Content-Length: 0",
            "Authorization: Bearer " + caller.accessToken(),
            "x-api-key: " + simulator.apiKey());

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"dnd\"");
  }

  @Test
  void answersAreJsonInUtf8() {
    assertThat(
            caller
                .get("/v4/api/team", caller.accessToken())
                .http()
                .headers()
                .firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
  }

  @Test
  void aTokenOfAUserWhoIsGoneIsDenied() {
    String token = caller.accessToken(simulator.secretOf("102"));
    simulator
        .account()
        .replaceUsers(
            simulator.account().data().users().stream()
                .filter(user -> !user.hasExtension("102"))
                .toList());

    assertThat(caller.get("/v4/api/profile", token).status()).isEqualTo(401);
  }
}
