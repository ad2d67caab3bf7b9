package callcentre.functions.organisations;

import static callcentre.functions.organisations.OrganisationsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is answered while something that the function needs is not there. */
@ExtendWith(CloudExtension.class)
class OutageTest {

  @Test
  void withoutDynamoDbEveryRouteIs503WithARetryAfter(Cloud cloud) {
    try (OrganisationsStage stage = OrganisationsStage.in(cloud)) {
      stage.organisations("north");
      stage
          .api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem"),
              List.of(new Fault.Unreachable()));
      for (Answer answer :
          List.of(
              stage.api.get(PATH).as(Callers.agent("north")).send(),
              stage.put("north", "{\"name\":\"x\"}"),
              stage.delete("north"),
              stage.api.get(PATH + "/north/settings").as(Callers.admin()).send(),
              stage.api.put(PATH + "/north/settings").as(Callers.admin()).body("{}").send())) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("injected");
      }
    }
  }

  @Test
  void aFurtherPageWithoutTheSigningSecretIs503ThatNamesIt(Cloud cloud) {
    try (OrganisationsStage stage = OrganisationsStage.of(ApiHarness.in(cloud))) {
      stage.organisations("north", "south");
      assertThat(stage.api.get(PATH).as(Callers.admin()).send().status()).isEqualTo(200);
      Answer answer = stage.api.get(PATH + "?limit=1").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().at("/missing/0").asText()).isEqualTo("SIGNING_SECRET_ID");
    }
  }
}
