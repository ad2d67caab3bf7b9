package callcentre.functions.reports;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.reports.ReportType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the package's documentation, warm, and what is answered when a service is away. */
@ExtendWith(CloudExtension.class)
class RequestsAndOutagesTest {

  private ReportsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = ReportsStage.in(cloud);
    arrange(stage);
    stage.list("?limit=1", Callers.admin());
  }

  private static void arrange(ReportsStage stage) {
    stage.organisations("north", "south");
    stage.assign(new PhoneNumber("+12025550001"), "north", Optional.empty());
    stage.assign(new PhoneNumber("+12025550002"), "south", Optional.empty());
    stage.day(ReportType.CALLS, "+12025550001", "2026-11-20", 5);
    stage.day(ReportType.CALLS, "+12025550002", "2026-11-20", 5);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aListCostsTwoRequests() {
    assertCost("", Callers.admin(), Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 1));
    assertCost(
        "?limit=1", Callers.admin(), Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 1));
    assertCost("", Callers.manager("north"), Map.of("dynamodb.BatchGetItem", 2));
    assertCost("?org_id=north", Callers.admin(), Map.of("dynamodb.BatchGetItem", 2));
  }

  @Test
  void afterAMinuteTheDirectoryCostsOneMore() {
    stage.clock.pass(Duration.ofSeconds(61));
    assertCost(
        "",
        Callers.admin(),
        Map.of("dynamodb.Query", 1, "dynamodb.BatchGetItem", 1, "dynamodb.GetItem", 1));
  }

  @Test
  void anEmptyListCostsOneMoreToSayWhy() {
    assertCost("?type=messages", Callers.admin(), Map.of("dynamodb.Query", 2));
    assertCost("", Callers.manager("west"), Map.of());
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.list("?limit=0", Callers.admin());
    stage.list("?org_id=south", Callers.manager("north"));
    stage.list("", Callers.agent("north"));
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void aGetNeverWrites() {
    stage.api.requests().reset();
    for (String query : List.of("", "?limit=1", "?type=analytics", "?org_id=north")) {
      stage.list(query, Callers.admin());
      stage.list(query, Callers.manager("north"));
    }
    assertThat(stage.api.requests().counts().keySet())
        .isSubsetOf("dynamodb.Query", "dynamodb.BatchGetItem", "dynamodb.GetItem");
  }

  @Test
  void withoutDynamoDbTheAnswerIs503() {
    stage
        .api
        .faults()
        .atRandom(
            1,
            1.0,
            Set.of("dynamodb.Query", "dynamodb.BatchGetItem"),
            List.of(new Fault.Unreachable()));
    for (Principal caller : List.of(Callers.admin(), Callers.manager("north"))) {
      Answer answer = stage.list("", caller);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(answer.header("Retry-After")).isPresent();
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefectAndLeavesNothingBehind(Cloud cloud) {
    try (ReportsStage fresh = ReportsStage.in(cloud)) {
      arrange(fresh);
      assertThat(fresh.api.prime().statuses()).isEqualTo(Map.of(ReportsStage.PATH, 200));
      Answer answer = fresh.list("", Callers.manager("north"));
      assertThat(answer.json().get("total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aSecondPageWithoutTheSigningSecretIs503ThatNamesIt(Cloud cloud) {
    try (ReportsStage bare = ReportsStage.of(ApiHarness.in(cloud))) {
      arrange(bare);
      assertThat(bare.list("", Callers.admin()).status()).isEqualTo(200);
      Answer answer = bare.list("?limit=1", Callers.admin());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).contains("SIGNING_SECRET_ID");
    }
  }

  private void assertCost(String query, Principal caller, Map<String, Integer> expected) {
    stage.api.requests().reset();
    assertThat(stage.list(query, caller).status()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).as(query).isEqualTo(expected);
  }
}
