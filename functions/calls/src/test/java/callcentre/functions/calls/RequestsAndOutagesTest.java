package callcentre.functions.calls;

import static callcentre.functions.calls.CallsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.simulator.history.PhoneCall;
import java.time.Duration;
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
class RequestsAndOutagesTest {

  private static final String SINCE = "?startUtc=2026-11-01T00:00:00Z";

  private ProviderStage provider;
  private CallsStage stage;
  private PhoneCall call;
  private Principal agent;

  @BeforeAll
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    stage = provider.stage;
    stage.organisations("north");
    stage.assign(Facts.MAIN, "north", Optional.empty());
    stage.assign(History.NUMBERS.get(2), "north", Optional.empty());
    call = provider.syncedCall();
    stage.store(History.of(3, 40).facts);
    agent = stage.agent("own", CallsStage.since("101", "2026-01-01T00:00:00Z"));
    stage.list("?limit=1", Callers.manager("north"));
    comment("Warm");
  }

  @AfterAll
  void close() {
    provider.close();
  }

  @Test
  void aListOfTheAccountCostsThreeRequests() {
    assertList(
        SINCE + "&limit=10",
        Callers.admin(),
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2));
  }

  @Test
  void aListOfAnOrganisationCostsAQueryForEachOfItsNumbers() {
    assertList(
        SINCE + "&limit=3",
        Callers.manager("north"),
        Map.of("dynamodb.Query", 2, "dynamodb.BatchGetItem", 2));
  }

  @Test
  void anAgentsListCostsOneReadOfItsExtensionsMore() {
    assertList(
        SINCE + "&limit=3",
        agent,
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 2, "dynamodb.GetItem", 1));
  }

  @Test
  void oneCallCostsOneReadAndItsTimelineOneAndAnEarlierIdOneMore() {
    assertCost(
        "/" + call.guid(), Callers.admin(), Map.of("dynamodb.GetItem", 1, "dynamodb.Query", 1));
    assertCost(
        "/" + call.guid(),
        Callers.manager("north"),
        Map.of("dynamodb.GetItem", 1, "dynamodb.Query", 1));
    assertCost("/" + call.guid(), agent, Map.of("dynamodb.GetItem", 2, "dynamodb.Query", 1));
  }

  @Test
  void aCommentCostsOneProviderRequest() {
    stage.clock.pass(Duration.ofSeconds(1));
    stage.api.requests().reset();
    provider.simulator.requests().clear();
    Answer answer = comment("Measured");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(provider.simulator.requests().total()).isEqualTo(1);
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 3,
                "dynamodb.Query", 1,
                "dynamodb.UpdateItem", 1,
                "dynamodb.BatchGetItem", 2,
                "dynamodb.PutItem", 1));
  }

  @Test
  void aTicketCostsWhatTheCallDoesAndNothingOfTheProvider() {
    stage.api.post(PATH + "/" + call.guid() + "/recording/ticket").as(Callers.admin()).send();
    stage.api.requests().reset();
    provider.simulator.requests().clear();
    Answer answer = stage.api.post(PATH + "/" + call.guid() + "/recording/ticket").as(agent).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).isEqualTo(Map.of("dynamodb.GetItem", 2));
    assertThat(provider.simulator.requests().total()).isZero();
  }

  @Test
  void aGetNeverWritesAndNeverCallsTheProvider() {
    stage.api.requests().reset();
    provider.simulator.requests().clear();
    for (Principal caller : List.of(Callers.admin(), Callers.manager("north"), agent)) {
      stage.list(SINCE, caller);
      stage.list(SINCE + "&q=lopez&callFilter=Missed", caller);
      stage.api.get(PATH + "/" + call.guid()).as(caller).send();
      stage.api.get(PATH + "/00000000-0000-4000-8000-00000000ffff").as(caller).send();
    }
    assertThat(provider.simulator.requests().total()).isZero();
    assertThat(stage.api.requests().counts().keySet())
        .isSubsetOf("dynamodb.GetItem", "dynamodb.BatchGetItem", "dynamodb.Query");
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.list("?limit=0", Callers.admin());
    stage.list("", Callers.nobody());
    stage.api.get(PATH + "/no-id").as(Callers.admin()).send();
    stage.api.put(PATH + "/" + call.guid() + "/comment").as(Callers.admin()).body("{}").send();
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void anUnreachableDatabaseIs503(Cloud cloud) {
    try (CallsStage broken = CallsStage.in(cloud)) {
      broken
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem", "dynamodb.BatchGetItem"),
              List.of(new Fault.Unreachable()));
      for (String path : List.of(PATH, PATH + "/" + call.guid())) {
        Answer answer = broken.api.get(path).as(Callers.admin()).send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("injected");
      }
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefect(Cloud cloud) {
    try (CallsStage fresh = CallsStage.in(cloud)) {
      assertThat(fresh.api.prime().statuses()).isEqualTo(Map.of(PATH, 200, PATH + "/{id}", 404));
    }
  }

  private Answer comment(String text) {
    return stage
        .api
        .put(PATH + "/" + call.guid() + "/comment")
        .as(Callers.admin())
        .body("{\"comment\":\"" + text + "\"}")
        .send();
  }

  private void assertList(String query, Principal caller, Map<String, Integer> expected) {
    assertCost(query, caller, expected);
  }

  private void assertCost(String pathAndQuery, Principal caller, Map<String, Integer> expected) {
    stage.api.requests().reset();
    Answer answer = stage.api.get(PATH + pathAndQuery).as(caller).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).as(pathAndQuery).isEqualTo(expected);
  }
}
