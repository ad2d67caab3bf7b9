package callcentre.functions.organisations;

import static callcentre.functions.organisations.OrganisationsStage.PATH;
import static callcentre.functions.organisations.OrganisationsStage.ids;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.phone.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationListTest {

  private OrganisationsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = OrganisationsStage.in(cloud);
    stage.organisations("south", "north", "east");
    stage.assign(new PhoneNumber("+18482161220"), "north");
    stage.assign(new PhoneNumber("+13123194556"), "north");
    stage.assign(new PhoneNumber("+17323286846"), "north");
    stage.assign(new PhoneNumber("+17323286846"), "south");
    stage.user("ann", "north", "south");
    stage.user("bob", "north");
    stage.user("eve");
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorOfThePlatformSeesAllWithWhatBelongsToThemNow() {
    Answer answer = list("", Callers.admin());
    assertThat(answer.json().get("orgs").toString())
        .isEqualTo(
            "[{\"id\":\"east\",\"name\":\"Name of east\",\"numbers\":0,\"users\":0},"
                + "{\"id\":\"north\",\"name\":\"Name of north\",\"numbers\":2,\"users\":2},"
                + "{\"id\":\"south\",\"name\":\"Name of south\",\"numbers\":1,\"users\":1}]");
    assertThat(answer.json().get("total").asInt()).isEqualTo(3);
    assertThat(answer.json().get("next_cursor").isNull()).isTrue();
    assertThat(answer.json().get("as_of").asText()).isEqualTo("2026-11-21T10:00:00Z");
  }

  @Test
  void everybodyElseSeesItsOwn() {
    for (Principal caller :
        List.of(
            Callers.orgAdmin("north", "gone"),
            Callers.manager("north", "gone"),
            Callers.agent("north", "gone"))) {
      Answer answer = list("", caller);
      assertThat(ids(answer)).containsExactly("north");
      assertThat(answer.json().get("total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whoBelongsNowhereGetsAnEmptyListThatSaysSoAndCostsNothing() {
    stage.api.requests().reset();
    Answer answer = list("", Callers.agent());
    assertThat(ids(answer)).isEmpty();
    assertThat(answer.json().get("empty_reason").asText()).isEqualTo("no_match");
    assertThat(stage.api.requests().counts()).isEmpty();
  }

  @Test
  void withoutARoleItIs403() {
    Answer answer = stage.api.get(PATH).as(Callers.nobody()).send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0,limit",
    "limit=201,limit",
    "pageSize=x,pageSize",
    "skip=2001,skip",
    "cursor=forged,cursor",
    "name=north,name"
  })
  void whatIsWrongIsNamed(String query, String field) {
    Answer answer = stage.api.get(PATH + "?" + query).as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo(field);
  }

  @Test
  void pagesLeadToTheEndAndEveryRowComesOnce(Cloud cloud) {
    try (OrganisationsStage own = OrganisationsStage.in(cloud)) {
      List<String> all = IntStream.range(0, 23).mapToObj("org-%03d"::formatted).toList();
      own.organisations(all.toArray(String[]::new));
      for (int limit : new int[] {1, 5, 22, 23, 200}) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
          Answer page =
              own.api
                  .get(PATH + "?limit=" + limit)
                  .query("cursor", cursor)
                  .as(Callers.admin())
                  .send();
          assertThat(page.json().get("total").asInt()).isEqualTo(23);
          seen.addAll(ids(page));
          JsonNode next = page.json().get("next_cursor");
          cursor = next.isNull() ? "" : next.asText();
        } while (!cursor.isEmpty());
        assertThat(seen).as("limit %s", limit).isEqualTo(all);
      }
    }
  }

  @Test
  void aCursorIsGoodForNobodyElse() {
    String cursor = list("?limit=1", Callers.admin()).json().get("next_cursor").asText();
    Answer other =
        stage
            .api
            .get(PATH + "?limit=1")
            .query("cursor", cursor)
            .as(Callers.manager("north", "south"))
            .send();
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.errorFields()).isEqualTo("cursor");
  }

  @Test
  void aGetNeverWrites() {
    stage.api.requests().reset();
    list("", Callers.admin());
    list("", Callers.manager("north"));
    stage.api.get(PATH + "/north/settings").as(Callers.admin()).send();
    assertThat(stage.api.requests().writes()).isEmpty();
  }

  @Test
  void primingAnswersNo500() {
    assertThat(stage.api.prime().statuses().values()).allMatch(status -> status != 500);
  }

  private Answer list(String query, Principal caller) {
    Answer answer = stage.api.get(PATH + query).as(caller).send();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
