package callcentre.functions.users;

import static callcentre.functions.users.UsersStage.PATH;
import static callcentre.functions.users.UsersStage.ids;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserListTest {

  private UsersStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = UsersStage.in(cloud);
    stage.user("boss", "platform_admin", "", "null");
    stage.user("ann", "org_manager", "\"north\"", "\"101\"");
    stage.user("bob", "agent", "\"north\",\"south\"", "\"102\"");
    stage.user("eve", "agent", "\"south\"", "\"103\"");
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorOfThePlatformSeesEverybody() {
    Answer answer = list("", Callers.admin());
    assertThat(ids(answer)).containsExactly("ann", "bob", "boss", "eve");
    assertThat(answer.json().get("total").asInt()).isEqualTo(4);
    assertThat(answer.json().get("users").get(1).toString())
        .isEqualTo(
            "{\"id\":\"bob\",\"role\":\"agent\",\"organisations\":[\"north\",\"south\"],"
                + "\"extension\":\"102\",\"extensions\":[{\"extension\":\"102\","
                + "\"from\":\"2026-11-21T10:00:00Z\",\"to\":null}],\"display_name\":\"bob\","
                + "\"email\":null,\"created_at\":\"2026-11-21T10:00:00Z\","
                + "\"updated_at\":\"2026-11-21T10:00:00Z\"}");
  }

  @Test
  void whoSharesAnOrganisationIsSeenWithoutForeignOnes() {
    for (Principal caller : List.of(Callers.orgAdmin("north"), Callers.manager("north"))) {
      Answer answer = list("", caller);
      assertThat(ids(answer)).containsExactly("ann", "bob");
      assertThat(answer.json().at("/users/1/organisations").toString()).isEqualTo("[\"north\"]");
      assertThat(stage.read("bob", caller).body()).doesNotContain("south");
      assertThat(stage.read("eve", caller).status()).isEqualTo(404);
      assertThat(stage.read("nobody", caller).status()).isEqualTo(404);
    }
  }

  @Test
  void anAgentSeesItself() {
    Principal eve = Callers.withId(Callers.agent("south"), "eve");
    assertThat(ids(list("", eve))).containsExactly("eve");
    assertThat(stage.read("eve", eve).status()).isEqualTo(200);
    assertThat(stage.read("bob", eve).status()).isEqualTo(404);
    assertThat(stage.read("eve", Callers.nobody()).status()).isEqualTo(403);
  }

  @Test
  void theFirstAdministratorSeesItselfWithoutARow() {
    Answer answer = stage.read("platform_admin", Callers.admin());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("role").asText()).isEqualTo("platform_admin");
    assertThat(answer.json().get("created_at").isNull()).isTrue();
    assertThat(answer.header("ETag")).isEmpty();
    assertThat(stage.read("nobody", Callers.admin()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "pageSize=201,pageSize",
    "skip=2001,skip",
    "cursor=x,cursor",
    "q=x,q"
  })
  void whatIsWrongIsNamed(String query, String field) {
    Answer answer = stage.api.get(PATH + "?" + query).as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void pagesLeadToTheEnd() {
    for (int limit = 1; limit <= 4; limit++) {
      List<String> seen = new ArrayList<>();
      String cursor = "";
      do {
        Answer page =
            stage
                .api
                .get(PATH + "?limit=" + limit)
                .query("cursor", cursor)
                .as(Callers.admin())
                .send();
        seen.addAll(ids(page));
        JsonNode next = page.json().get("next_cursor");
        cursor = next.isNull() ? "" : next.asText();
      } while (!cursor.isEmpty());
      assertThat(seen).containsExactly("ann", "bob", "boss", "eve");
    }
  }

  @Test
  void aReadCostsOneRequestAndNeverWrites() {
    stage.api.requests().reset();
    list("", Callers.admin());
    assertThat(stage.api.requests().counts()).isEqualTo(Map.of("dynamodb.Query", 1));
    stage.api.requests().reset();
    stage.read("bob", Callers.manager("north"));
    assertThat(stage.api.requests().counts()).isEqualTo(Map.of("dynamodb.GetItem", 1));
    assertThat(stage.api.requests().writes()).isEmpty();
  }

  @Test
  void primingAnswersNo500() {
    assertThat(stage.api.prime().statuses().values()).allMatch(status -> status != 500);
  }

  @Test
  void withoutDynamoDbEveryRouteIs503WithARetryAfter(Cloud cloud) {
    try (UsersStage own = UsersStage.in(cloud)) {
      own.api
          .faults()
          .atRandom(
              1,
              1.0,
              Set.of("dynamodb.Query", "dynamodb.GetItem"),
              List.of(new Fault.Unreachable()));
      for (Answer answer :
          List.of(
              own.api.get(PATH).as(Callers.admin()).send(),
              own.read("bob", Callers.admin()),
              own.user("bob", "agent", "", "null"),
              own.delete("bob"))) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
      }
    }
  }

  private Answer list(String query, Principal caller) {
    Answer answer = stage.api.get(PATH + query).as(caller).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
