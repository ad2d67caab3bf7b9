package callcentre.functions.extensions;

import static callcentre.functions.extensions.ExtensionsStage.PATH;
import static callcentre.functions.extensions.ExtensionsStage.PROFILE;
import static callcentre.functions.extensions.ExtensionsStage.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.storage.extensions.TeamRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the package's documentation, warm, and what is answered when a service is away. */
@ExtendWith(CloudExtension.class)
class RequestsAndOutagesTest {

  private ExtensionsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = ExtensionsStage.in(cloud);
    for (int number = 100; number < 160; number++) {
      stage.user("user" + number, Integer.toString(number), "north");
    }
    stage
        .api
        .bean(TeamRepository.class)
        .saveOwnerProfile(ExtensionsStage.profileOf("101", "Maria", "Lopez"));
    stage.get(PATH + "?limit=1", Callers.admin());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void eachRouteCostsWhatItsTableSays() {
    Map<String, Integer> list = Map.of("dynamodb.Query", 2, "dynamodb.GetItem", 1);
    assertCost(PATH, Callers.admin(), list);
    assertCost(PATH + "?limit=3", Callers.admin(), list);
    assertCost(PATH, Callers.agent("north"), list);
    assertCost(TEAM, Callers.admin(), Map.of("dynamodb.Query", 3, "dynamodb.GetItem", 1));
    assertCost(PROFILE, Callers.manager("north"), Map.of("dynamodb.GetItem", 2));
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.get(PATH + "?limit=0", Callers.admin());
    stage.get(TEAM, Callers.agent("north"));
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void aGetNeverWrites() {
    stage.api.requests().reset();
    for (String path : List.of(PATH, PATH + "?limit=2", TEAM, PROFILE)) {
      stage.get(path, Callers.admin());
      stage.get(path, Callers.manager("north"));
    }
    assertThat(stage.api.requests().writes()).isEmpty();
  }

  @Test
  void withoutDynamoDbEveryRouteIs503() {
    stage
        .api
        .faults()
        .atRandom(
            1, 1.0, Set.of("dynamodb.Query", "dynamodb.GetItem"), List.of(new Fault.Unreachable()));
    for (String path : List.of(PATH, TEAM, PROFILE)) {
      Answer answer = stage.get(path, Callers.admin());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(answer.header("Retry-After")).isPresent();
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefectAndLeavesNothingBehind(Cloud cloud) {
    try (ExtensionsStage fresh = ExtensionsStage.in(cloud)) {
      fresh.user("maria", "101", "north");
      assertThat(fresh.api.prime().statuses())
          .isEqualTo(Map.of(PATH, 200, TEAM, 200, PROFILE, 404));
      Answer answer = fresh.get(PATH, Callers.agent("north"));
      assertThat(answer.json().get("total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aSecondPageWithoutTheSigningSecretIs503ThatNamesIt(Cloud cloud) {
    try (ExtensionsStage bare = ExtensionsStage.of(ApiHarness.in(cloud))) {
      bare.user("one", "101", "north");
      bare.user("two", "102", "north");
      assertThat(bare.get(PATH, Callers.admin()).status()).isEqualTo(200);
      Answer answer = bare.get(PATH + "?limit=1", Callers.admin());
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).contains("SIGNING_SECRET_ID");
    }
  }

  private void assertCost(String path, Principal caller, Map<String, Integer> expected) {
    stage.api.requests().reset();
    assertThat(stage.get(path, caller).status()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).as(path).isEqualTo(expected);
  }
}
