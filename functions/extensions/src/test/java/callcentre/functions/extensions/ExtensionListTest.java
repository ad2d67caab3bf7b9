package callcentre.functions.extensions;

import static callcentre.functions.extensions.ExtensionsStage.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import callcentre.domain.people.Extension;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Maria (101) and Sam (102) work for North, Priya (103) for South, Owen (104) for both. At 105 the
 * provider has somebody whom the dashboard does not know, at 106 it had. Nobody has synced since
 * Lena (1000) came to South, and 107 was Sam's before.
 */
@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionListTest {

  private ExtensionsStage stage;

  @BeforeAll
  void arrange(Cloud cloud) {
    stage = ExtensionsStage.in(cloud);
    stage.user("maria", "101", "north");
    stage.user("sam", "102", "north");
    stage.user("priya", "103", "south");
    stage.user("owen", "104", "north", "south");
    stage.user("lena", "1000", "south");
    stage.user("desk", "", "north");
    stage.profile("101", "Maria", "Lopez");
    stage.profile("103", "Priya", "Nair");
    stage.profile("105", "Dana", "Cole");
    stage.profile("106", "Sam", "Reed");
    stage.fact(new ProfileMissed(new Extension("106"), stage.now().plusSeconds(1)));
    stage.fact(
        new Assigned(
            new Extension("107"),
            "sam",
            "Dashboard's sam",
            Optional.empty(),
            stage.now().minusSeconds(200_000)));
    stage.synced();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  void anAdministratorSeesEveryExtensionInOrder() {
    Answer answer = stage.get(PATH, Callers.admin());
    assertThat(extensions(answer))
        .containsExactly("101", "102", "103", "104", "105", "106", "107", "1000");
    assertThat(answer.json().get("total").asInt()).isEqualTo(8);
    assertThat(answer.json().get("next_cursor").isNull()).isTrue();
    assertThat(answer.json().get("as_of").asText()).isEqualTo("2026-11-21T10:00:00Z");
  }

  @Test
  void anExtensionIsShownWithExactlyTheFieldsOfTheContract() {
    assertThat(row(Callers.admin(), "101").toString())
        .isEqualTo(
            "{\"extension\":\"101\",\"display_name\":\"Maria Lopez\",\"user_id\":\"maria\","
                + "\"role\":\"user\",\"email\":\"maria@provider.example\","
                + "\"sources\":[\"profile\",\"assignment\"],"
                + "\"last_seen_at\":\"2026-11-21T10:00:00Z\",\"active\":true}");
  }

  @Test
  void whereTheProviderHasNoNameTheDashboardsIsShown() {
    JsonNode sam = row(Callers.admin(), "102");
    assertThat(sam.get("display_name").asText()).isEqualTo("Dashboard's sam");
    assertThat(sam.get("email").asText()).isEqualTo("sam@dashboard.example");
    assertThat(sam.get("role").isNull()).isTrue();
    assertThat(sam.get("last_seen_at").isNull()).isTrue();
    assertThat(sam.get("sources").toString()).isEqualTo("[\"assignment\"]");
  }

  @Test
  void whoVanishedAtTheProviderIsKeptWithItsNameAndInactive() {
    JsonNode gone = row(Callers.admin(), "106");
    assertThat(gone.get("display_name").asText()).isEqualTo("Sam Reed");
    assertThat(gone.get("active").asBoolean()).isFalse();
    assertThat(gone.get("sources").isEmpty()).isTrue();
    assertThat(gone.get("user_id").isNull()).isTrue();
  }

  @Test
  void anAssignmentHoldsAtOnceAndEndsAtOnceWithoutASync() {
    JsonNode lena = row(Callers.admin(), "1000");
    assertThat(lena.get("user_id").asText()).isEqualTo("lena");
    assertThat(lena.get("active").asBoolean()).isTrue();
    JsonNode left = row(Callers.admin(), "107");
    assertThat(left.get("user_id").isNull()).isTrue();
    assertThat(left.get("active").asBoolean()).isFalse();
  }

  @Test
  void everyScopedRoleSeesTheExtensionsOfThePeopleOfItsOrganisations() {
    for (Principal caller :
        List.of(Callers.orgAdmin("north"), Callers.manager("north"), Callers.agent("north"))) {
      assertThat(extensions(stage.get(PATH, caller))).containsExactly("101", "102", "104");
    }
    assertThat(extensions(stage.get(PATH, Callers.manager("south"))))
        .containsExactly("103", "104", "1000");
    assertThat(extensions(stage.get(PATH, Callers.manager("north", "south"))))
        .containsExactly("101", "102", "103", "104", "1000");
  }

  @Test
  void anAgentSeesItsOwnExtensionWhateverItsOrganisations() {
    Answer answer = stage.get(PATH, Callers.withExtension(Callers.agent(), "105"));
    assertThat(extensions(answer)).containsExactly("105");
  }

  @Test
  void aForeignUserIsNeverShownEvenWhereTwoShareAnExtension(Cloud cloud) {
    try (ExtensionsStage shared = ExtensionsStage.in(cloud)) {
      shared.user("ours", "101", "north");
      shared.fact(
          new Assigned(
              new Extension("101"),
              "theirs",
              "Foreign name",
              Optional.of("foreign@dashboard.example"),
              shared.now()));
      shared.user("theirs", "101", "south");
      Answer answer = shared.get(PATH, Callers.manager("north"));
      assertThat(answer.json().at("/extensions/0/user_id").asText()).isEqualTo("ours");
      assertThat(answer.body()).doesNotContain("oreign", "theirs");
    }
  }

  @Test
  void whoSeesNoneIsToldWhy() {
    Answer answer = stage.get(PATH, Callers.manager("west"));
    assertThat(answer.json().get("extensions").isEmpty()).isTrue();
    assertThat(answer.json().get("empty_reason").asText()).isEqualTo("no_match");
    assertThat(answer.json().get("total").asInt()).isZero();
  }

  private JsonNode row(Principal caller, String extension) {
    for (JsonNode row : stage.get(PATH, caller).json().get("extensions")) {
      if (row.get("extension").asText().equals(extension)) {
        return row;
      }
    }
    throw new AssertionError("there is no extension " + extension);
  }

  private static List<String> extensions(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<String> extensions = new ArrayList<>();
    answer.json().get("extensions").forEach(row -> extensions.add(row.get("extension").asText()));
    return extensions;
  }
}
