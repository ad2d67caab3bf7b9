package callcentre.functions.messages;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.OptOuts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who wants no messages: shown, noted and lifted. */
@ExtendWith(CloudExtension.class)
class OptOutsTest {

  private static final String OPT_OUTS = MessagesStage.ACCOUNT + "/sms-opt-outs";
  private static final Principal NORTH = Callers.manager("north");
  private static final Principal SOUTH = Callers.orgAdmin("south");
  private static final Instant LONG_AGO = Instant.parse("2026-03-01T10:00:00Z");

  private MessagesStage stage;

  @BeforeEach
  void open(Cloud cloud) {
    stage = MessagesStage.in(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theListPagesToItsEndAndHasOnlyWhatHoldsForOnesNumbers() {
    for (int client = 0; client < 12; client++) {
      PhoneNumber number = new PhoneNumber("+1917555%04d".formatted(1_000 + client));
      says(client % 3 == 0 ? Facts.OTHER : Facts.MAIN, number, client % 4 != 1, "message:1");
    }
    for (int limit : new int[] {2, 50}) {
      assertThat(stage.walk(OPT_OUTS, "opt_outs", "/number", limit, NORTH))
          .containsExactly(
              "+19175551002",
              "+19175551004",
              "+19175551007",
              "+19175551008",
              "+19175551010",
              "+19175551011");
      assertThat(stage.walk(OPT_OUTS, "opt_outs", "/number", limit, SOUTH))
          .containsExactly("+19175551000", "+19175551003", "+19175551006");
      assertThat(stage.walk(OPT_OUTS, "opt_outs", "/number", limit, Callers.admin())).hasSize(9);
    }
    assertThat(
            stage.walk(
                OPT_OUTS + "?businessNumber=%2B18482161220",
                "opt_outs",
                "/number",
                50,
                Callers.admin()))
        .hasSize(3);
    assertThat(stage.get(OPT_OUTS, NORTH).json().get("total").asInt()).isEqualTo(6);
    assertThat(stage.get(OPT_OUTS, Callers.manager("west")).json().get("empty_reason").asText())
        .isEqualTo("no_assigned_numbers");
  }

  @Test
  void aPersonNotesAnOptOutForAllNumbersItMaySendFromAndNothingIsSentAnyMore() {
    Answer noted = put(Facts.CLIENT, NORTH, "");

    assertThat(noted.status()).as(noted.body()).isEqualTo(200);
    assertThat(noted.json().get("opt_outs").findValuesAsText("business_number"))
        .containsExactly(Facts.MAIN.e164(), Facts.SECOND.e164());
    JsonNode word = noted.json().at("/opt_outs/0");
    assertThat(word.get("said_by").asText()).isEqualTo("user");
    assertThat(word.get("user_id").asText()).isEqualTo(NORTH.userId());
    assertThat(
            stage.send(NORTH, MessagesStage.body(Facts.SECOND, "Hi", Facts.CLIENT)).send().status())
        .isEqualTo(422);
    assertThat(
            stage
                .send(Callers.admin(), MessagesStage.body(Facts.OTHER, "Hi", Facts.CLIENT))
                .send()
                .status())
        .isEqualTo(202);
  }

  @Test
  void oneNumberMayBeNamedAndAForeignOneIsUnknown() {
    String main = "{\"business_number\":\"212-555-0147\"}";
    assertThat(put(Facts.CLIENT, NORTH, main).json().get("opt_outs")).hasSize(1);
    assertThat(put(Facts.CLIENT, SOUTH, main).status()).isEqualTo(404);
    assertThat(put(Facts.CLIENT, NORTH, "{\"business_number\":\"+12125550199\"}").status())
        .isEqualTo(404);
    assertThat(put(Facts.CLIENT, Callers.manager("west"), "").status()).isEqualTo(404);
    Answer wrong = put(Facts.CLIENT, NORTH, "{\"business_number\":\"twelve\"}");
    assertThat(wrong.errorFields()).isEqualTo("business_number");
  }

  @Test
  void everyWordIsKeptWithWhoSaidIt() {
    says(Facts.MAIN, Facts.CLIENT, true, "message:66e5f0000000000000000001");
    stage.clock.pass(Duration.ofMinutes(1));
    Principal admin = Callers.orgAdmin("north");

    Answer lifted = lift(Facts.CLIENT, admin, "");

    assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);
    assertThat(lifted.json().at("/opt_outs/0/opted_out").asBoolean()).isFalse();
    JsonNode ever = lifted.json().get("history");
    assertThat(ever.findValuesAsText("said_by")).containsExactly("client", "user");
    assertThat(ever.at("/0/message_id").asText()).isEqualTo("66e5f0000000000000000001");
    assertThat(ever.at("/1/user_id").asText()).isEqualTo(admin.userId());
    assertThat(stage.sent(NORTH, "welcome back")).startsWith("m-");
    assertThat(lift(Facts.CLIENT, admin, "").status()).isEqualTo(404);
    assertThat(stage.get(OPT_OUTS, NORTH).json().get("opt_outs")).isEmpty();
  }

  @Test
  void onlyAdministratorsOfTheNumberLiftAnOptOut() {
    says(Facts.MAIN, Facts.CLIENT, true, "message:1");
    assertThat(lift(Facts.CLIENT, NORTH, "").status()).isEqualTo(403);
    assertThat(lift(Facts.CLIENT, SOUTH, "").status()).isEqualTo(404);
    assertThat(lift(Facts.CLIENT, Callers.admin(), "?businessNumber=%2B12125550148").status())
        .isEqualTo(404);
    assertThat(lift(Facts.CLIENT, Callers.admin(), "?businessNumber=%2B12125550147").status())
        .isEqualTo(200);
  }

  @Test
  void aNumberThatMovedHandsOverNoListOfClientsButItsOptOutsStillHold() {
    stage
        .api
        .bean(OptOuts.class)
        .note(new OptOut(Facts.MAIN, Facts.CLIENT, true, LONG_AGO, "message:1"));
    stage.assign(Facts.MAIN, "south", Optional.of(stage.clock.instant()));

    assertThat(stage.get(OPT_OUTS, SOUTH).json().get("opt_outs")).isEmpty();
    assertThat(stage.get(OPT_OUTS, NORTH).json().get("opt_outs")).hasSize(1);
    assertThat(
            stage.send(SOUTH, MessagesStage.body(Facts.MAIN, "Hi", Facts.CLIENT)).send().status())
        .isEqualTo(422);
    assertThat(stage.get(OPT_OUTS + "/" + Facts.CLIENT, SOUTH).status()).isEqualTo(200);
    assertThat(lift(Facts.CLIENT, Callers.orgAdmin("north"), "").status()).isEqualTo(404);
    assertThat(lift(Facts.CLIENT, SOUTH, "").status()).isEqualTo(200);
  }

  @Test
  void aClientThatSaidNothingIsUnknown() {
    assertThat(stage.get(OPT_OUTS + "/" + Facts.CLIENT, NORTH).status()).isEqualTo(404);
    assertThat(stage.get(OPT_OUTS + "/twelve", NORTH).status()).isIn(400, 404);
  }

  @Test
  void anAgentSeesAndNotesWhatConcernsTheNumbersItSendsFrom() {
    Principal agent = stage.agent("maria", "101", "2026-01-01T00:00:00Z", "north");
    assertThat(put(Facts.CLIENT, agent, "").status()).isEqualTo(200);
    assertThat(stage.walk(OPT_OUTS, "opt_outs", "/number", 50, agent))
        .isEqualTo(List.of(Facts.CLIENT.e164(), Facts.CLIENT.e164()));
    assertThat(lift(Facts.CLIENT, agent, "").status()).isEqualTo(403);
  }

  private void says(PhoneNumber business, PhoneNumber client, boolean stop, String by) {
    stage
        .api
        .bean(OptOuts.class)
        .note(new OptOut(business, client, stop, stage.clock.instant(), by));
  }

  private Answer put(PhoneNumber client, Principal caller, String body) {
    var request = stage.api.put(OPT_OUTS + "/" + client).as(caller);
    return body.isEmpty() ? request.send() : request.body(body).send();
  }

  private Answer lift(PhoneNumber client, Principal caller, String query) {
    return stage.api.delete(OPT_OUTS + "/" + client + query).as(caller).send();
  }
}
