package callcentre.functions.organisations;

import static callcentre.functions.organisations.OrganisationsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(CloudExtension.class)
class OrganisationChangeTest {

  private OrganisationsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = OrganisationsStage.in(cloud);
    stage.organisations("north");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aNewOneIs201AndEmpty() {
    Answer answer = stage.put("south", "{\"name\":\" South Clinics \"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"south\",\"name\":\"South Clinics\",\"numbers\":0,\"users\":0}");
    assertThat(stage.exists("south")).isTrue();
  }

  @Test
  void aKnownOneGetsTheNameAndKeepsWhatBelongsToIt() {
    stage.assign(new PhoneNumber("+18482161220"), "north");
    stage.user("ann", "north");
    Answer answer = stage.put("north", "{\"name\":\"North Clinics\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"id\":\"north\",\"name\":\"North Clinics\",\"numbers\":1,\"users\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":\"  \"}"})
  void aNameThatSaysNothingIs400(String body) {
    assertNameRefused(body);
  }

  @Test
  void aNameOfAnotherFormIs400() {
    assertNameRefused("{\"name\":\"" + "n".repeat(121) + "\"}");
    assertNameRefused("{\"name\":\"a\\u0000b\"}");
    assertNameRefused("{\"name\":7}");
    assertThat(stage.put("south", "{\"name\":\"x\",\"title\":\"x\"}").errorFields())
        .isEqualTo("title");
    Answer badId = stage.put("so.uth", "{\"name\":\"x\"}");
    assertThat(badId.status()).isEqualTo(400);
    assertThat(badId.errorFields()).isEqualTo("orgId");
  }

  @Test
  void whoIsNotAdministratorOfThePlatformMayChangeNothing() {
    for (Principal caller :
        List.of(
            Callers.orgAdmin("north"),
            Callers.manager("north"),
            Callers.agent("north"),
            Callers.nobody())) {
      Answer put = stage.api.put(PATH + "/north").as(caller).body("{\"name\":\"x\"}").send();
      Answer delete = stage.api.delete(PATH + "/north").as(caller).send();
      assertThat(put.status()).isEqualTo(403);
      assertThat(delete.status()).isEqualTo(403);
    }
    assertThat(stage.exists("north")).isTrue();
  }

  @Test
  void moreThan200Is409AndRenamingStillWorks() {
    for (int made = 1; made < OrganisationChanges.MOST; made++) {
      stage.organisations("org-" + made);
    }
    Answer answer = stage.put("south", "{\"name\":\"South\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("conflict");
    assertThat(answer.json().get("detail").asText()).startsWith("There are 200 organisations");
    assertThat(stage.exists("south")).isFalse();
    assertThat(stage.put("north", "{\"name\":\"N\"}").status()).isEqualTo(200);
  }

  @Test
  void anEmptyOneIsRemoved() {
    Answer answer = stage.delete("north");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(stage.exists("north")).isFalse();
    assertThat(stage.delete("north").status()).isEqualTo(404);
  }

  @Test
  void oneWithNumbersOrUsersIs409ThatSaysHowMany() {
    stage.assign(new PhoneNumber("+18482161220"), "north");
    stage.user("ann", "north");
    Answer answer = stage.delete("north");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("numbers").asInt()).isEqualTo(1);
    assertThat(answer.json().get("users").asInt()).isEqualTo(1);
    stage.assign(new PhoneNumber("+18482161220"), "");
    assertThat(stage.delete("north").status()).isEqualTo(409);
    stage.user("ann");
    assertThat(stage.delete("north").status()).isEqualTo(204);
  }

  @Test
  void aRemovalWhoseAnswerWasLostIsDoneOnceAndIsNo404() {
    stage.api.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());
    assertThat(stage.delete("north").status()).isEqualTo(204);
    assertThat(stage.api.faults().isExhausted()).isTrue();
  }

  @Test
  void aUserWhoJoinsWhileItIsRemovedIsFoundByLookingAgain() throws Exception {
    Fault.Gate gate = new Fault.Gate();
    stage.api.faults().next("dynamodb.TransactWriteItems", new Fault.Held(gate));
    Thread joins =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    gate.awaitArrival();
                    stage.user("ann", "north");
                  } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                  } finally {
                    gate.open();
                  }
                });
    assertThat(stage.delete("north").status()).isEqualTo(409);
    joins.join();
    assertThat(stage.exists("north")).isTrue();
  }

  @Test
  void warmRequestsAreFew() {
    stage.api.get(PATH).as(Callers.admin()).send();
    assertRequests(
        () -> stage.api.get(PATH).as(Callers.admin()).send(),
        Map.of("dynamodb.Query", 2, "dynamodb.GetItem", 1));
    assertRequests(
        () -> stage.put("south", "{\"name\":\"S\"}"),
        Map.of("dynamodb.Query", 1, "dynamodb.GetItem", 3, "dynamodb.TransactWriteItems", 1));
    assertRequests(
        () -> stage.put("south", "{\"name\":\"T\"}"),
        Map.of("dynamodb.Query", 1, "dynamodb.GetItem", 2, "dynamodb.PutItem", 1));
    assertRequests(
        () -> stage.delete("south"),
        Map.of("dynamodb.Query", 1, "dynamodb.GetItem", 2, "dynamodb.TransactWriteItems", 1));
  }

  private void assertRequests(Runnable request, Map<String, Integer> expected) {
    stage.api.requests().reset();
    request.run();
    assertThat(stage.api.requests().counts()).isEqualTo(expected);
  }

  private void assertNameRefused(String body) {
    Answer answer = stage.put("south", body);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.errorFields()).as(body).isEqualTo("name");
    assertThat(stage.exists("south")).isFalse();
  }
}
