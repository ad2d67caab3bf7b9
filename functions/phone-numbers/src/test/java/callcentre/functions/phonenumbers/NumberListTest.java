package callcentre.functions.phonenumbers;

import static callcentre.functions.phonenumbers.NumbersStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * North owns two numbers, South one, one belongs to nobody, and one that belongs to nobody was
 * removed at the provider.
 */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberListTest {

  private static final List<String> EVERY_NUMBER =
      List.of("+13123194556", "+14155550100", "+17323286846", "+18482161220", "+19175550111");

  private NumbersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = NumbersStage.in(cloud);
    stage.organisations("north", "south", "empty");
    PhoneNumber north =
        stage.number("+18482161220", "Main", new RawForm("8482161220", Optional.of("Test")));
    stage.assign(north, "north");
    stage.assign(stage.number("+13123194556", "GenX"), "north");
    stage.assign(stage.number("+17323286846", ""), "south");
    stage.number("+14155550100", "Free");
    PhoneNumber gone = stage.number("+19175550111", "Old");
    stage.synced();
    stage.clock.pass(Duration.ofMinutes(1));
    stage.remove(gone);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorSeesEveryNumberInOrder() {
    Answer answer = list("", Callers.admin());
    assertThat(ids(answer)).isEqualTo(EVERY_NUMBER);
    assertThat(answer.json().get("total").asInt()).isEqualTo(5);
    assertThat(answer.json().get("next_cursor").isNull()).isTrue();
    assertThat(answer.json().get("as_of").asText()).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(answer.json().has("empty_reason")).isFalse();
  }

  @Test
  void aNumberIsShownWithExactlyTheFieldsOfTheContract() {
    JsonNode number = list("?orgId=north", Callers.admin()).json().at("/phone_numbers/1");
    assertThat(number.toString())
        .isEqualTo(
            "{\"id\":\"+18482161220\",\"number\":\"+18482161220\",\"label\":\"Main\","
                + "\"orgId\":\"north\",\"orgName\":\"Name of north\","
                + "\"createdAt\":\"2026-11-21T10:00:00Z\",\"provider_label\":\"Main\","
                + "\"enabled\":true,\"primary\":false,\"toll_free\":false,"
                + "\"sms_mode\":\"Enabled\",\"mms_enabled\":true,\"messaging_verified\":true,"
                + "\"recording_mode\":\"Both, OutgoingBeepDisabled\","
                + "\"also_known_as\":[{\"raw\":\"8482161220\",\"label\":\"Test\"}],"
                + "\"last_synced_at\":\"2026-11-21T10:00:00Z\",\"removed_at\":null}");
  }

  @Test
  void aNumberWithoutAnyLabelIsLabelledByItself() {
    JsonNode number = list("?orgId=south", Callers.admin()).json().at("/phone_numbers/0");
    assertThat(number.get("label").asText()).isEqualTo("+17323286846");
    assertThat(number.get("provider_label").isNull()).isTrue();
  }

  @Test
  void aNumberThatIsGoneAtTheProviderIsKeptAndMarked() {
    JsonNode gone = list("", Callers.admin()).json().at("/phone_numbers/4");
    assertThat(gone.get("id").asText()).isEqualTo("+19175550111");
    assertThat(gone.get("removed_at").asText()).isEqualTo("2026-11-21T10:01:00Z");
    assertThat(gone.get("orgId").isNull()).isTrue();
    assertThat(gone.get("orgName").isNull()).isTrue();
  }

  @Test
  void everyScopedRoleSeesWhatItsOrganisationsOwnNowAndNothingElse() {
    for (Principal caller : scoped("north")) {
      assertThat(ids(list("", caller))).containsExactly("+13123194556", "+18482161220");
      assertThat(ids(list("?orgId=north", caller))).containsExactly("+13123194556", "+18482161220");
    }
    for (Principal caller : scoped("south", "north")) {
      assertThat(ids(list("", caller)))
          .containsExactly("+13123194556", "+17323286846", "+18482161220");
      assertThat(ids(list("?org_id=south", caller))).containsExactly("+17323286846");
    }
  }

  @Test
  void aForeignOrganisationAnswersLikeAnUnknownOne() {
    for (Principal caller : scoped("north")) {
      Answer foreign = list("?orgId=south", caller);
      Answer unknown = list("?orgId=nowhere", caller);
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.error()).isEqualTo("not_found");
      assertThat(foreign.json().get("detail")).isEqualTo(unknown.json().get("detail"));
    }
    assertThat(list("?orgId=nowhere", Callers.admin()).error()).isEqualTo("not_found");
  }

  @Test
  void anOrganisationThatWasRemovedAnswersLikeAnUnknownOneToItsFormerPeople() {
    assertThat(list("?orgId=closed", Callers.manager("closed")).status()).isEqualTo(404);
  }

  @Test
  void unassignedOnlyShowsAnAdministratorWhatNobodyOwns() {
    assertThat(ids(list("?unassignedOnly=true", Callers.admin())))
        .containsExactly("+14155550100", "+19175550111");
    assertThat(ids(list("?unassigned_only=false", Callers.admin()))).isEqualTo(EVERY_NUMBER);
  }

  @Test
  void unassignedOnlyIsEmptyForEverybodyElse() {
    for (Principal caller : scoped("north")) {
      Answer answer = list("?unassignedOnly=true", caller);
      assertThat(ids(answer)).isEmpty();
      assertThat(answer.json().get("empty_reason").asText()).isEqualTo("no_match");
    }
  }

  @Test
  void whoOwnsNothingIsToldSo() {
    for (Principal caller : scoped("empty")) {
      Answer answer = list("", caller);
      assertThat(answer.json().get("empty_reason").asText()).isEqualTo("no_assigned_numbers");
      assertThat(answer.json().get("total").asInt()).isZero();
      assertThat(answer.json().get("as_of").asText()).isEqualTo("2026-11-21T10:00:00Z");
    }
    assertThat(list("", Callers.manager()).json().get("empty_reason").asText())
        .isEqualTo("no_assigned_numbers");
  }

  @Test
  void anOrganisationWithoutNumbersMatchesNothing() {
    Answer answer = list("?orgId=empty", Callers.admin());
    assertThat(answer.json().get("empty_reason").asText()).isEqualTo("no_match");
  }

  @Test
  void aGetNeverWrites() {
    stage.api.requests().reset();
    for (Principal caller : List.of(Callers.admin(), Callers.agent("north"), Callers.manager())) {
      list("", caller);
      list("?orgId=north&limit=1", caller);
      list("?unassignedOnly=true", caller);
    }
    assertThat(stage.api.requests().writes()).isEmpty();
  }

  private Answer list(String query, Principal caller) {
    return stage.api.get(PATH + query).as(caller).send();
  }

  private static List<Principal> scoped(String... organisations) {
    return List.of(
        Callers.orgAdmin(organisations),
        Callers.manager(organisations),
        Callers.agent(organisations));
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> ids = new ArrayList<>();
    answer.json().get("phone_numbers").forEach(row -> ids.add(row.get("id").asText()));
    return ids;
  }
}
