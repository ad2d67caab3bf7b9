package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of the package's documentation, warm: what each route asks of each service. */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestCountTest {

  private static final Map<String, Integer> LIST =
      Map.of(
          "dynamodb.Query", 1,
          "dynamodb.GetItem", 2,
          "dynamodb.BatchGetItem", 1);

  private ProviderStage provider;
  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    provider = ProviderStage.in(cloud);
    stage = provider.stage;
    stage.organisations("north", "south");
    for (int number = 0; number < 30; number++) {
      PhoneNumber stored = stage.number("+1202555%04d".formatted(number), "Main");
      stage.assign(stored, number % 2 == 0 ? "north" : "south");
    }
    stage.number("+12025559999", "Free");
    stage.number("+13123194556", "GenX");
    stage.number("+17323286846", "VictorySync 2");
    stage.api.get(PATH + "?limit=1").as(Callers.admin()).send();
    provider.delete("+17323286846").send();
  }

  @AfterAll
  void close() {
    provider.close();
  }

  @Test
  void aListCostsFourRequestsHoweverManyNumbersAndOrganisations() {
    assertList("", Callers.admin(), LIST);
    assertList("?limit=3", Callers.admin(), LIST);
    assertList("?orgId=north", Callers.admin(), LIST);
    assertList("", Callers.manager("north", "south"), LIST);
  }

  @Test
  void aListWithoutOwnersAsksForNoNames() {
    assertList(
        "?unassignedOnly=true",
        Callers.admin(),
        Map.of("dynamodb.Query", 1, "dynamodb.GetItem", 2));
  }

  @Test
  void whoOwnsNothingCostsNoReadOfNumbers() {
    assertList("", Callers.manager("west"), Map.of("dynamodb.GetItem", 2));
  }

  @Test
  void afterAnAssignmentTheDirectoryIsReadOnce() {
    stage.assign(new PhoneNumber("+12025559999"), "north");
    stage.api.requests().reset();
    stage.api.get(PATH).as(Callers.admin()).send();
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.Query", 2,
                "dynamodb.GetItem", 2,
                "dynamodb.BatchGetItem", 1));
    stage.api.patch(PATH + "/2025559999").as(Callers.admin()).body("{\"orgId\":null}").send();
  }

  @Test
  void aNewLabelCostsFourRequestsAndTheSameOneThree() {
    assertPatch(
        "{\"label\":\"One\"}",
        Map.of("dynamodb.GetItem", 2, "dynamodb.PutItem", 1, "dynamodb.BatchGetItem", 1));
    assertPatch("{\"label\":\"One\"}", Map.of("dynamodb.GetItem", 2, "dynamodb.BatchGetItem", 1));
  }

  @Test
  void aNewOwnerCostsFourRequestsAndBothFive() {
    assertPatch(
        "{\"orgId\":\"south\"}",
        Map.of(
            "dynamodb.GetItem", 2, "dynamodb.TransactWriteItems", 1, "dynamodb.BatchGetItem", 1));
    assertPatch(
        "{\"orgId\":\"north\",\"label\":\"Two\"}",
        Map.of(
            "dynamodb.GetItem", 2,
            "dynamodb.TransactWriteItems", 1,
            "dynamodb.PutItem", 1,
            "dynamodb.BatchGetItem", 1));
  }

  @Test
  void aDeletionCostsOneProviderRequestWarm() {
    stage.api.requests().reset();
    provider.simulator.requests().clear();
    Answer answer = provider.delete("+13123194556").header("Idempotency-Key", "k").send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(provider.simulator.requests().total()).isEqualTo(1);
    assertThat(stage.api.requests().counts())
        .isEqualTo(
            Map.of(
                "dynamodb.PutItem", 2,
                "dynamodb.GetItem", 2,
                "dynamodb.UpdateItem", 2));
  }

  @Test
  void whatIsRefusedCostsNothing() {
    stage.api.requests().reset();
    stage.api.get(PATH + "?limit=0").as(Callers.admin()).send();
    stage.api.get(PATH + "?orgId=south").as(Callers.manager("north")).send();
    stage.api.get(PATH).as(Callers.nobody()).send();
    stage.api.patch(PATH + "/2025550000").as(Callers.admin()).body("{}").send();
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  private void assertList(String query, Principal caller, Map<String, Integer> expected) {
    // Another test may have moved a number: then the next list reads the directory once.
    stage.api.get(PATH).as(Callers.admin()).send();
    stage.api.requests().reset();
    assertThat(stage.api.get(PATH + query).as(caller).send().status()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).as(query).isEqualTo(expected);
  }

  private void assertPatch(String body, Map<String, Integer> expected) {
    stage.api.requests().reset();
    Answer answer = stage.api.patch(PATH + "/2025550000").as(Callers.admin()).body(body).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(stage.api.requests().counts()).as(body).isEqualTo(expected);
  }
}
