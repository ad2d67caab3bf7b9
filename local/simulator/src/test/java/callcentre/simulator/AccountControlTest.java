package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AccountControlTest extends SimulatorTest {

  @Test
  void credentialsShowEveryUsersSecretAndWhoIsAdmin() {
    JsonNode credentials = caller.control("GET", "/credentials", "").json();

    assertThat(credentials.path("api_key").asText()).isEqualTo(simulator.apiKey());
    assertThat(credentials.path("host_kind").asText()).isEqualTo("classic");
    JsonNode admin = credentials.path("users").path(0);
    assertThat(admin.path("role").asText()).isEqualTo("admin");
    assertThat(admin.path("secret").asText()).isEqualTo(simulator.adminSecret());
  }

  @Test
  void aRegeneratedApiKeyTakesTheOldOneAndItsTokensAlong() {
    String oldKey = simulator.apiKey();
    String token = caller.accessToken();

    caller.control("PUT", "/credentials", "{\"api_key\":\"generate\"}");

    assertThat(simulator.apiKey()).isNotEqualTo(oldKey);
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(401);
    assertThat(caller.signIn(oldKey, simulator.adminSecret()).status()).isEqualTo(400);
    assertThat(caller.signIn(simulator.apiKey(), simulator.adminSecret()).status()).isEqualTo(200);
  }

  @Test
  void aUserKeyIsRotatedAloneAndTokensAreKeptOnRequest() {
    String token = caller.accessToken();

    caller.control(
        "PUT",
        "/credentials",
        "{\"user_key\":{\"user\":\"101\",\"key\":\"mine\"},\"revoke_tokens\":false}");

    assertThat(simulator.adminSecret()).isEqualTo("mine");
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(200);
    assertThat(caller.signIn(simulator.apiKey(), "mine").status()).isEqualTo(200);
  }

  @Test
  void theAccountMovesToTheOtherHostKind() {
    caller.control("PUT", "/credentials", "{\"host_kind\":\"contact-center\"}");

    assertThat(
            caller
                .signIn(simulator.apiKey(), simulator.adminSecret())
                .json()
                .path("error")
                .asText())
        .isEqualTo("invalid_client");
  }

  @Test
  void tokensAreRevokedOnRequest() {
    JsonNode tokens = caller.signIn(simulator.apiKey(), simulator.adminSecret()).json();

    assertThat(caller.control("DELETE", "/tokens?refresh=maybe", "").status()).isEqualTo(400);
    caller.control("DELETE", "/tokens?refresh=false", "");

    assertThat(caller.get("/v4/api/team", tokens.path("access_token").asText()).status())
        .isEqualTo(401);
    assertThat(caller.refresh(tokens.path("refresh_token").asText()).status()).isEqualTo(200);
  }

  @Test
  void numbersAreReplacedInTheProvidersOwnSpelling() {
    caller.control(
        "PUT",
        "/numbers",
        """
        {"numbers": [{"number": "+18445550162", "label": "Toll-free", "isTollFree": true,
                      "smsMode": "Capable", "mayText": false}]}
        """);

    JsonNode data = caller.get("/v4/api/phonenumbers", caller.accessToken()).json().path("data");
    assertThat(data.path("total").asInt()).isEqualTo(1);
    JsonNode number = data.path("phoneNumbers").path(0);
    assertThat(number.path("isTollFree").asBoolean()).isTrue();
    assertThat(number.path("mayText").asBoolean()).isFalse();
    assertThat(number.path("isEnabled").asBoolean()).isTrue();
  }

  @Test
  void usersAreReplacedAndGetIdsAndKeysWhereNoneAreGiven() {
    caller.control(
        "PUT",
        "/users",
        """
        {"users": [{"first_name": "Ana", "last_name": "Moss", "extension": "120", "role": "admin",
                    "status": "dnd"},
                   {"first_name": "Ana", "last_name": "Moss"}],
         "groups": []}
        """);

    String token = caller.accessToken();
    JsonNode team = caller.get("/v4/api/team", token).json();
    assertThat(team.path("users").findValuesAsText("fullName"))
        .containsExactly("Ana Moss", "Ana Moss");
    assertThat(team.path("groups")).isEmpty();
    assertThat(team.path("vmboxes")).hasSize(2);
    assertThat(caller.get("/v4/api/profile/120", token).status()).isEqualTo(200);
    assertThat(caller.get("/v4/api/profile/status", token).json().findPath("status").asText())
        .isEqualTo("dnd");
  }

  @Test
  void usersWhoCannotBeToldApartAreRefused() {
    Caller.Reply reply =
        caller.control(
            "PUT",
            "/users",
            """
            {"users": [{"first_name": "A", "last_name": "B", "extension": "101"},
                       {"first_name": "C", "last_name": "D", "extension": "101"}]}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("message").asText()).contains("extension 101");
    assertThat(simulator.account().data().users()).hasSize(7);
  }
}
