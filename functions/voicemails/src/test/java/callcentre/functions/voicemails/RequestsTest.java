package callcentre.functions.voicemails;

import static callcentre.functions.voicemails.VoicemailsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.voicemails.VoicemailId;
import callcentre.simulator.Simulator;
import callcentre.simulator.history.CallDraft;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the package's documentation, warm, and what an unreachable database answers. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

  private static final String AT = "2026-11-20T18:05:20.100Z";
  private static final String A_DAY =
      PATH + "?startUtc=2026-11-20T00:00:00Z&endUtc=2026-11-21T00:00:00Z";

  private Simulator simulator;
  private VoicemailsStage stage;
  private String id;
  private Principal agent;

  @BeforeAll
  void arrange(Cloud cloud) {
    simulator = Simulator.start();
    stage =
        VoicemailsStage.of(
            ApiHarness.in(cloud)
                .signing()
                .account(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl()));
    stage.organisations("north");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    PhoneCall call =
        simulator.add(
            CallDraft.at(Instant.parse(AT))
                .from(Facts.CLIENT.e164(), null)
                .leaving(null, Duration.ofSeconds(27), "Hi, please call me back.", "101"));
    id = call.requestId();
    stage.store(Facts.journal(new VoicemailId(id), Facts.MAIN, AT, "101", false));
    agent = stage.agent("own", "101", "2026-01-01T00:00:00Z");
    stage.list("?limit=1", Callers.manager("north"));
    mark("read").send();
    stage.api.post(PATH + "/" + id + "/audio/ticket").as(Callers.admin()).send();
  }

  @AfterAll
  void close() {
    stage.close();
    simulator.close();
  }

  @Test
  void aListCostsThreeRequestsAndAnAgentsOneMore() {
    Map<String, Integer> three = Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2);
    assertCost(stage.api.get(A_DAY).as(Callers.admin()), three);
    assertCost(stage.api.get(A_DAY).as(Callers.manager("north")), three);
    assertCost(
        stage.api.get(A_DAY).as(agent),
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2, "dynamodb.GetItem", 1));
  }

  @Test
  void oneVoicemailAndATicketForItCostOneRequestAndAnAgentsOneMore() {
    for (Request one :
        List.of(
            stage.api.get(PATH + "/" + id), stage.api.post(PATH + "/" + id + "/audio/ticket"))) {
      assertCost(one.as(Callers.manager("north")), Map.of("dynamodb.GetItem", 1));
      assertCost(one.as(agent), Map.of("dynamodb.GetItem", 2));
    }
    assertThat(simulator.requests().count("GET", "/v4/api/voicemails")).isZero();
  }

  @Test
  void aMarkCostsOneProviderRequest() {
    stage.clock.pass(Duration.ofSeconds(1));
    simulator.requests().clear();
    assertCost(
        mark("unread"),
        Map.of(
            "dynamodb.GetItem", 3,
            "dynamodb.UpdateItem", 1,
            "dynamodb.BatchGetItem", 1,
            "dynamodb.PutItem", 1));
    assertThat(simulator.requests().total()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.list("?limit=0", Callers.admin());
    stage.list("", Callers.nobody());
    stage.api.get(PATH + "/no-id").as(Callers.admin()).send();
    stage.api.patch(PATH + "/" + id).as(Callers.admin()).body("{}").send();
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void anUnreachableDatabaseIs503(Cloud cloud) {
    try (VoicemailsStage broken = VoicemailsStage.in(cloud)) {
      broken
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem", "dynamodb.BatchGetItem"),
              List.of(new Fault.Unreachable()));
      for (String path : List.of(PATH, PATH + "/" + id)) {
        Answer answer = broken.api.get(path).as(Callers.admin()).send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("injected");
      }
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefect(Cloud cloud) {
    try (VoicemailsStage fresh = VoicemailsStage.in(cloud)) {
      assertThat(fresh.api.prime().statuses()).isEqualTo(Map.of(PATH, 200, PATH + "/{id}", 404));
    }
  }

  private Request mark(String status) {
    return stage
        .api
        .patch(PATH + "/" + id)
        .as(Callers.admin())
        .body("{\"status\":\"" + status + "\"}");
  }

  private void assertCost(Request request, Map<String, Integer> expected) {
    stage.api.requests().reset();
    Answer answer = request.send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).isEqualTo(expected);
  }
}
