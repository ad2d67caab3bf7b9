package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is answered while something that the function needs is not there. */
@ExtendWith(CloudExtension.class)
class OutageTest {

  @Test
  void withoutDynamoDbEveryRouteIs503WithARetryAfter(Cloud cloud) {
    try (NumbersStage stage = NumbersStage.in(cloud)) {
      stage.number("+18482161220", "Main");
      stage
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem", "dynamodb.BatchGetItem"),
              List.of(new Fault.Unreachable()));
      for (Answer answer :
          List.of(
              stage.api.get(PATH).as(Callers.admin()).send(),
              stage.api.get(PATH).as(Callers.agent("north")).send(),
              stage
                  .api
                  .patch(PATH + "/8482161220")
                  .as(Callers.admin())
                  .body("{\"label\":\"x\"}")
                  .send())) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("injected");
      }
    }
  }

  @Test
  void primingBeforeASnapshotMeetsNoDefectAndLeavesNothingBehind(Cloud cloud) {
    try (NumbersStage fresh = NumbersStage.in(cloud)) {
      fresh.organisations("north");
      fresh.assign(fresh.number("+18482161220", "Main"), "north");
      assertThat(fresh.api.prime().statuses()).isEqualTo(Map.of(PATH, 200));
      Answer answer = fresh.api.get(PATH).as(Callers.agent("north")).send();
      assertThat(answer.json().get("total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aSecondPageWithoutTheSigningSecretIs503ThatNamesIt(Cloud cloud) {
    try (NumbersStage stage = NumbersStage.of(ApiHarness.in(cloud))) {
      stage.number("+18482161220", "Main");
      assertThat(stage.api.get(PATH).as(Callers.admin()).send().status()).isEqualTo(200);
      stage.number("+13123194556", "GenX");
      Answer answer = stage.api.get(PATH + "?limit=1").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).contains("SIGNING_SECRET_ID");
      assertThat(answer.json().at("/missing/0").asText()).isEqualTo("SIGNING_SECRET_ID");
    }
  }

  @Test
  void aSigningSecretWithoutAMasterIs503ThatNamesIt(Cloud cloud) {
    try (NumbersStage stage =
        NumbersStage.of(ApiHarness.in(cloud).secret(Variable.SIGNING_SECRET_ID, "signing", "{}"))) {
      stage.number("+18482161220", "Main");
      stage.number("+13123194556", "GenX");
      Answer answer = stage.api.get(PATH + "?limit=1").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().get("detail").asText()).contains("signing");
    }
  }
}
