package callcentre.functions.userstatus;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.domain.presence.PresenceSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A status that is read from the provider and set there, with the user's own key. */
class LiveStatusTest extends LiveStatusStage {

  @Test
  void aUserSetsItsOwnStatusAndItBecomesPresence() {
    key("maria", "101");

    Answer answer = set("maria", "dnd", maria);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("status").asText()).isEqualTo("dnd");
    assertThat(answer.json().get("presence").asText()).isEqualTo("dnd");
    assertThat(answer.json().get("source").asText()).isEqualTo("dashboard");
    assertThat(answer.json().get("status_as_of").asText())
        .isEqualTo(stage.clock.instant().toString());
    assertThat(answer.header("RateLimit-Remaining")).isPresent();
    assertThat(asked("PUT", SET)).isEqualTo(1);
    assertThat(refreshed("maria", maria).json().get("status").asText()).isEqualTo("dnd");
    assertThat(known()).containsExactlyInAnyOrder(PresenceSource.DASHBOARD, PresenceSource.PROFILE);
  }

  @Test
  void anAdministratorSetsThatOfOthersWithTheirKeyAndNobodyElseDoes() {
    key("maria", "101");
    Principal owen = Callers.withId(Callers.manager("north"), "owen");

    assertThat(set("maria", "dnd", Callers.admin()).status()).isEqualTo(200);
    assertThat(set("maria", "dnd", owen).status()).isEqualTo(404);
    assertThat(set("maria", "dnd", Callers.orgAdmin("north")).status()).isEqualTo(404);
    assertThat(set("owen", "dnd", maria).status()).isEqualTo(404);
    assertThat(set("maria", "dnd", Callers.nobody()).status()).isEqualTo(403);
    assertThat(set("nobody", "dnd", Callers.admin()).status()).isEqualTo(404);
    assertThat(asked("PUT", SET)).isEqualTo(1);
  }

  @Test
  void withoutAKeyOfItsOwnNothingIsAskedInAnotherName() {
    for (Answer answer :
        List.of(
            set("maria", "dnd", maria),
            refreshed("maria", maria),
            refreshed("maria", Callers.admin()))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(409);
      assertThat(answer.error()).isEqualTo("user_key_missing");
    }
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void whoHasNoExtensionCannotBeKeptAndIsNotAsked() {
    Answer answer = set("dana", "dnd", Callers.admin());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("conflict");
    assertThat(refreshed("dana", Callers.admin()).error()).isEqualTo("conflict");
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void aRefreshAsksOnceAMinuteHoweverManyPagesAreOpen() {
    key("maria", "101");

    for (int page = 0; page < 20; page++) {
      Answer answer = refreshed("maria", page % 2 == 0 ? maria : Callers.admin());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.json().get("status").asText()).isEqualTo("available");
      assertThat(answer.json().get("source").asText()).isEqualTo("profile");
    }

    assertThat(asked("GET", READ)).isEqualTo(1);
    stage.clock.pass(Duration.ofSeconds(59));
    Answer stored = refreshed("maria", maria);
    assertThat(stored.json().get("status_as_of").asText()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(stored.json().get("as_of").asText()).isEqualTo("2026-11-21T10:00:59Z");
    assertThat(asked("GET", READ)).isEqualTo(1);
    stage.clock.pass(Duration.ofSeconds(1));
    refreshed("maria", maria);
    assertThat(asked("GET", READ)).isEqualTo(2);
  }

  @Test
  void withoutRefreshTheProviderIsNeverAsked() {
    key("maria", "101");

    assertThat(get("/maria", maria).status()).isEqualTo(200);
    assertThat(get("/maria?refresh=false", maria).status()).isEqualTo(200);
    assertThat(get("/maria?refresh=perhaps", maria).errorFields()).isEqualTo("refresh");
    assertThat(simulator.requests().total()).isZero();
  }

  @Test
  void aChangeCostsOneRequestOfTheProviderAndSixOfTheDatabase() {
    key("maria", "101");
    set("maria", "dnd", maria);
    stage.clock.pass(Duration.ofMinutes(1));
    stage.api.requests().reset();
    simulator.requests().clear();

    assertThat(set("maria", "available", maria).status()).isEqualTo(200);

    assertThat(simulator.requests().total()).isEqualTo(1);
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 4,
                "dynamodb.UpdateItem", 1,
                "dynamodb.TransactWriteItems", 1));
  }

  @Test
  void aRefreshCostsOneRequestOfTheProviderAndSevenOfTheDatabase() {
    key("maria", "101");
    refreshed("maria", maria);
    stage.clock.pass(Duration.ofMinutes(1));
    stage.api.requests().reset();
    simulator.requests().clear();

    assertThat(refreshed("maria", maria).status()).isEqualTo(200);

    assertThat(simulator.requests().total()).isEqualTo(1);
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 4,
                "dynamodb.UpdateItem", 2,
                "dynamodb.TransactWriteItems", 1));
  }
}
