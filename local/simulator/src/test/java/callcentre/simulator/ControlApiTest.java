package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlApiTest extends SimulatorTest {

  @Test
  void theStateShowsClockSettingsAccountBudgetTokensFaultsAndRequests() {
    caller.get("/v4/api/team", caller.accessToken());

    JsonNode state = caller.control("GET", "", "").json();
    assertThat(state.path("clock").path("frozen").asBoolean()).isFalse();
    assertThat(state.path("settings").path("daily_limit").asInt()).isEqualTo(2_500);
    assertThat(state.path("account").path("numbers").asInt()).isEqualTo(4);
    assertThat(state.path("budget").path("used").asInt()).isEqualTo(2);
    assertThat(state.path("budget").path("remaining").asInt()).isEqualTo(2_498);
    assertThat(state.path("tokens").path("issued").asInt()).isEqualTo(1);
    assertThat(state.path("faults")).isEmpty();
    assertThat(state.path("requests").path("total").asInt()).isEqualTo(2);
    assertThat(state.path("requests").path("counts").findValuesAsText("path"))
        .containsExactly("/v4/api/team", "/v4/auth/token");
  }

  @Test
  void theLogShowsRequestsWithoutSecretsAndCanBeCleared() {
    String token = caller.accessToken();
    caller.get("/v4/api/profile/101?access_token=" + token + "&page=2", token);

    Caller.Reply log = caller.control("GET", "/requests", "");
    assertThat(log.http().body())
        .doesNotContain(token)
        .doesNotContain(simulator.apiKey())
        .doesNotContain(simulator.adminSecret());
    JsonNode last = log.json().path("requests").path(1);
    assertThat(last.path("method").asText()).isEqualTo("GET");
    assertThat(last.path("path").asText()).isEqualTo("/v4/api/profile/101");
    assertThat(last.path("template").asText()).isEqualTo("/v4/api/profile/{extension}");
    assertThat(last.path("query").asText()).isEqualTo("access_token=***&page=2");
    assertThat(last.path("status").asInt()).isEqualTo(200);

    JsonNode cleared = caller.control("DELETE", "/requests", "").json();
    assertThat(cleared.path("total").asInt()).isZero();
    assertThat(cleared.path("requests")).isEmpty();
  }

  @Test
  void theClockIsSetStoppedAndMoved() {
    JsonNode clock =
        caller
            .control("PUT", "/clock", "{\"now\":\"2026-09-14T15:00:00Z\",\"frozen\":true}")
            .json();
    assertThat(clock.path("now").asText()).isEqualTo("2026-09-14T15:00:00Z");
    assertThat(clock.path("frozen").asBoolean()).isTrue();

    caller.control("PUT", "/clock", "{\"advance\":\"PT24H\"}");
    assertThat(simulator.clock().instant()).isEqualTo(Instant.parse("2026-09-15T15:00:00Z"));

    caller.control("PUT", "/clock", "{\"advance\":\"-PT1H\",\"frozen\":false}");
    assertThat(simulator.clock().frozen()).isFalse();
    assertThat(simulator.clock().instant())
        .isBetween(Instant.parse("2026-09-15T14:00:00Z"), Instant.parse("2026-09-15T14:10:00Z"));
  }

  @Test
  void faultsArePlannedShownAndWithdrawn() {
    Caller.Reply added =
        caller.control(
            "POST",
            "/faults",
            """
            {"id": "team-down", "kind": "status", "status": 503, "retry_after": 30,
             "body": {"message": "Down"},
             "match": {"method": "get", "path": "/v4/api/team", "times": 1}}
            """);
    assertThat(added.status()).isEqualTo(201);

    Caller.Reply failed = caller.get("/v4/api/team", caller.accessToken());
    assertThat(failed.status()).isEqualTo(503);
    assertThat(failed.json().path("message").asText()).isEqualTo("Down");
    assertThat(failed.http().headers().firstValue("Retry-After")).contains("30");

    JsonNode shown = caller.control("GET", "/faults", "").json().path("faults").path(0);
    assertThat(shown.path("id").asText()).isEqualTo("team-down");
    assertThat(shown.path("fired").asInt()).isEqualTo(1);
    assertThat(shown.path("active").asBoolean()).isFalse();

    assertThat(caller.control("DELETE", "/faults/team-down", "").status()).isEqualTo(200);
    assertThat(caller.control("DELETE", "/faults/team-down", "").status()).isEqualTo(404);
    caller.control("POST", "/faults", "{\"kind\":\"drop\"}");
    assertThat(caller.control("DELETE", "/faults", "").json().path("faults")).isEmpty();
  }

  @Test
  void settingsThatAreLeftOutStayAsTheyAre() {
    JsonNode settings =
        caller
            .control(
                "PUT",
                "/settings",
                "{\"daily_limit\":10,\"spent_status\":403,\"host_kind\":\"contact-center\"}")
            .json();

    assertThat(settings.path("daily_limit").asInt()).isEqualTo(10);
    assertThat(settings.path("spent_status").asInt()).isEqualTo(403);
    assertThat(settings.path("host_kind").asText()).isEqualTo("contact-center");
    assertThat(settings.path("token_lifetime_seconds").asInt()).isEqualTo(86_399);
    assertThat(caller.control("GET", "/settings", "").json()).isEqualTo(settings);
  }

  @Test
  void theBudgetCanBeSetBack() {
    caller.accessToken();

    assertThat(caller.control("DELETE", "/budget", "").json().path("used").asInt()).isZero();
  }

  @Test
  void theProvidersFaultsAndLimitsDoNotTouchTheControlApi() {
    caller.control("POST", "/faults", "{\"kind\":\"status\",\"status\":500}");
    caller.control("PUT", "/settings", "{\"daily_limit\":0}");

    assertThat(caller.control("GET", "", "").status()).isEqualTo(200);
    assertThat(simulator.requests().records()).isEmpty();
  }

  @Test
  void aResetBringsEverythingBack() {
    String apiKey = simulator.apiKey();
    String token = caller.accessToken();
    caller.control("PUT", "/credentials", "{\"api_key\":\"generate\"}");
    caller.control("PUT", "/numbers", "{\"numbers\":[]}");
    caller.control("PUT", "/settings", "{\"daily_limit\":1}");
    caller.control("POST", "/faults", "{\"kind\":\"drop\"}");
    simulator.clock().freeze();
    simulator.clock().advance(Duration.ofDays(400));

    assertThat(caller.control("POST", "/reset", "").status()).isEqualTo(200);

    assertThat(simulator.apiKey()).isEqualTo(apiKey);
    assertThat(simulator.clock().frozen()).isFalse();
    assertThat(simulator.budgetUsed()).isZero();
    assertThat(caller.get("/v4/api/team", token).status()).isEqualTo(401);
    assertThat(
            caller
                .get("/v4/api/phonenumbers", caller.accessToken())
                .json()
                .findPath("total")
                .asInt())
        .isEqualTo(4);
  }

  @Test
  void unknownControlRoutesAndMethodsSaySo() {
    assertThat(caller.control("GET", "/nothing", "").status()).isEqualTo(404);
    Caller.Reply reply = caller.control("PATCH", "/clock", "{}");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.http().headers().allValues("Allow")).isEqualTo(List.of("GET, PUT"));
  }
}
