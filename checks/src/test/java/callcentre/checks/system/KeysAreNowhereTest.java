package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Route;
import callcentre.api.access.RouteTable;
import callcentre.aws.AwsClients;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The account's keys stay in their secrets, whatever the whole system does with them. */
@ExtendWith(GuardedStageExtension.class)
class KeysAreNowhereTest {

  private static final int EVENTS = ProviderSwitch.EVENTS_OF_A_SHORT_CALL;

  private final GuardedStage stage;
  private final ProviderSwitch provider;
  private final Dashboard dashboard;
  private final AwsClients services;

  KeysAreNowhereTest(GuardedStage stage) {
    this.stage = stage;
    this.provider = new ProviderSwitch(stage.facts());
    this.dashboard = new Dashboard(stage.facts());
    this.services = stage.services();
  }

  @AfterEach
  void theProviderForgetsTheAddress() {
    provider.forgetWebhooks();
    services.close();
  }

  @Test
  void afterEventsAnOutageARedriveASyncAndEveryListTheKeysAreInNoTableQueueLogOrAnswer()
      throws InterruptedException {
    SecretHunt hunt = new SecretHunt(stage, services, keys());
    provider.registerWebhooks();
    try (GuardedStage.Listening heard = stage.listen(hunt::hear)) {
      try (GuardedStage.Outage outage = stage.outage("guarded-call_events")) {
        String call = provider.callShortly("103");
        Waiting.until("all events were answered", () -> provider.taken(call) == EVENTS);
        assertThat(hunt.sent()).isGreaterThanOrEqualTo(EVENTS);
      }
      looksEverywhere(hunt);
    }
    assertThat(hunt.asked()).isEmpty();
    assertThat(hunt.tables()).isEmpty();
    assertThat(hunt.queues()).isEmpty();
    assertThat(hunt.logs()).isEmpty();
    assertThat(stage.refusals()).isEmpty();
  }

  /** Lets another call be told, a sync and a redrive run, and reads every list there is. */
  private void looksEverywhere(SecretHunt hunt) throws InterruptedException {
    String told = provider.callShortly("103");
    Waiting.until("its events were answered", () -> provider.taken(told) == EVENTS);

    List<String> answered = new ArrayList<>();
    for (Answer answer :
        List.of(
            dashboard.send(
                "POST", "platform_admin", BASE + "/sync", "{\"datasets\":[\"numbers\"]}"),
            dashboard.post("platform_admin", BASE + "/dlq/projector/redrive"))) {
      assertThat(answer.status()).as(answer.toString()).isIn(200, 202, 409);
      assertThat(hunt.holds(answer)).isFalse();
    }
    for (Route route : RouteTable.all()) {
      if (route.method().name().equals("GET") && !route.path().contains("{")) {
        Answer answer = dashboard.get("platform_admin", route.path());
        assertThat(hunt.holds(answer)).as(route.path()).isFalse();
        answered.add(route.path());
      }
    }

    assertThat(answered).contains(BASE + "/events", BASE + "/status", BASE + "/calls");
  }

  /** The account's key, and what every user signs in with. */
  private List<String> keys() {
    JsonNode credentials = provider.credentials();
    List<String> keys = new ArrayList<>();
    keys.add(credentials.path("api_key").asText());
    credentials.path("users").forEach(user -> keys.add(user.path("secret").asText()));
    keys.removeIf(key -> key.length() < 16);
    assertThat(keys).hasSizeGreaterThan(3);
    return keys;
  }
}
