package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the running system, as people of each role get them. */
@ExtendWith(GuardedStageExtension.class)
class NumbersOverHttpTest {

  private static final String NUMBERS = BASE + "/phone-numbers";
  private static final String GENX = "+13123194556";
  private static final String VICTORY_SYNC = "+17323286846";
  private static final String NOBODYS = "+18482161220";

  private final GuardedStage stage;
  private final Dashboard dashboard;

  NumbersOverHttpTest(GuardedStage stage) {
    this.stage = stage;
    this.dashboard = new Dashboard(stage.facts());
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void theAdministratorSeesFourWritingsAsThreeNumbers() {
    Answer answer = dashboard.get("platform_admin", NUMBERS);
    assertThat(answer.values("phone_numbers", "number"))
        .containsExactly(GENX, VICTORY_SYNC, NOBODYS);
    assertThat(answer.body().at("/phone_numbers/2/also_known_as/0/raw").asText())
        .isEqualTo("8482161220");
    assertThat(answer.body().path("total").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"org_admin, +13123194556", "org_manager, +17323286846", "agent, +13123194556"})
  void othersSeeWhatTheirOrganisationsOwn(String role, String number) {
    Answer answer = dashboard.get(role, NUMBERS);
    assertThat(answer.values("phone_numbers", "number")).containsExactly(number);
    assertThat(answer.body().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whoHasNoRoleIsToldThatItMayNot() {
    Answer answer = dashboard.get("none", NUMBERS);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8482161220", "848-216-1220", "+1 (848) 216-1220", "18482161220"})
  void fourWritingsAreOneNumber(String writing) {
    String path = Dashboard.path(NUMBERS, writing);
    Answer labelled = dashboard.send("PATCH", "platform_admin", path, "{\"label\": \"Desk\"}");
    assertThat(labelled.status()).as(labelled.toString()).isEqualTo(200);
    assertThat(labelled.body().path("number").asText()).isEqualTo(NOBODYS);
    assertThat(labelled.body().path("label").asText()).isEqualTo("Desk");

    Answer cleared =
        dashboard.send(
            "PATCH", "platform_admin", Dashboard.path(NUMBERS, NOBODYS), "{\"label\": null}");
    assertThat(cleared.body().path("label").asText())
        .isEqualTo(cleared.body().path("provider_label").asText());
  }

  @Test
  void aNumberIsAssignedAndSeenByItsNewOwnerAtOnce() {
    String path = Dashboard.path(NUMBERS, NOBODYS);
    dashboard.send("PATCH", "platform_admin", path, "{\"orgId\": \"genx\"}");
    assertThat(dashboard.get("org_admin", NUMBERS).values("phone_numbers", "number"))
        .containsExactly(GENX, NOBODYS);

    dashboard.send("PATCH", "platform_admin", path, "{\"orgId\": null}");
    assertThat(dashboard.get("org_admin", NUMBERS).values("phone_numbers", "number"))
        .containsExactly(GENX);
    assertThat(
            dashboard
                .get("platform_admin", NUMBERS + "?unassignedOnly=true")
                .values("phone_numbers", "number"))
        .containsExactly(NOBODYS);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=201, limit",
    "limit=many, limit",
    "cursor=made-up, cursor",
    "unassignedOnly=perhaps, unassignedOnly",
    "nonsense=1, nonsense"
  })
  void aMalformedParameterIsNamed(String query, String field) {
    Answer answer = dashboard.get("platform_admin", NUMBERS + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
    assertThat(answer.fields()).containsExactly(field);
  }

  @Test
  void whatIsNoNumberIsNamed() {
    Answer answer =
        dashboard.send("PATCH", "platform_admin", NUMBERS + "/12", "{\"label\": \"Desk\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).containsExactly("number");
  }

  @Test
  void pagesLeadToTheEndAndACursorServesOnlyWhomItWasMadeFor() {
    Answer first = dashboard.get("platform_admin", NUMBERS + "?limit=2");
    String cursor = first.body().path("next_cursor").asText();
    Answer second = dashboard.get("platform_admin", NUMBERS + "?limit=2&cursor=" + cursor);
    assertThat(first.values("phone_numbers", "number")).containsExactly(GENX, VICTORY_SYNC);
    assertThat(second.values("phone_numbers", "number")).containsExactly(NOBODYS);
    assertThat(second.body().path("next_cursor").isNull()).isTrue();

    Answer foreign = dashboard.get("org_admin", NUMBERS + "?limit=2&cursor=" + cursor);
    assertThat(foreign.status()).isEqualTo(400);
    assertThat(foreign.fields()).containsExactly("cursor");
    char last = cursor.charAt(cursor.length() / 2);
    String changed =
        cursor.substring(0, cursor.length() / 2)
            + (last == 'A' ? 'B' : 'A')
            + cursor.substring(cursor.length() / 2 + 1);
    assertThat(dashboard.get("platform_admin", NUMBERS + "?limit=2&cursor=" + changed).status())
        .isEqualTo(400);
  }

  @Test
  void unknownAndForeignIdsAreTheSameNothing() {
    assertNotFound(
        dashboard.send(
            "PATCH",
            "platform_admin",
            Dashboard.path(NUMBERS, "+12025550123"),
            "{\"label\": \"Desk\"}"));
    Answer foreign = dashboard.get("org_admin", NUMBERS + "?orgId=victorysync");
    Answer unknown = dashboard.get("org_admin", NUMBERS + "?orgId=nobody-knows");
    assertNotFound(foreign);
    assertNotFound(unknown);
    assertThat(foreign.body().path("detail")).isEqualTo(unknown.body().path("detail"));
    assertNotFound(dashboard.get("org_admin", "/api/admin/orgs/victorysync/settings"));
    assertNotFound(dashboard.get("platform_admin", BASE + "/sync/jobs/nobody-knows"));
    assertNotFound(dashboard.get("platform_admin", "/api/admin/users/nobody-knows"));
  }

  private static void assertNotFound(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
  }
}
