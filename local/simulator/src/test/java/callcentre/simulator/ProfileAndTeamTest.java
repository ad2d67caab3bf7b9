package callcentre.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileAndTeamTest extends SimulatorTest {

  private String token;

  @BeforeEach
  void signIn() {
    token = caller.accessToken();
  }

  @Test
  void aProfileIsFoundByItsExtension() {
    JsonNode profile = caller.get("/v4/api/profile/103", token).json().path("data");

    assertThat(profile.path("firstName").asText()).isEqualTo("Priya");
    assertThat(profile.path("extension").asText()).isEqualTo("103");
  }

  @Test
  void anUnknownExtensionIsUserProfileNotFound() {
    for (String unknown : List.of("199", "abc", "1010")) {
      Caller.Reply reply = caller.get("/v4/api/profile/" + unknown, token);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("message").asText()).isEqualTo("User profile not found");
    }
  }

  @Test
  void onlyTheCallersOwnStatusChanges() {
    String samsToken = caller.accessToken(simulator.secretOf("102"));

    assertThat(statusIn(caller.put("/v4/api/profile/status/dnd", samsToken))).isEqualTo("dnd");
    assertThat(statusIn(caller.get("/v4/api/profile/status", samsToken))).isEqualTo("dnd");
    assertThat(statusIn(caller.get("/v4/api/profile/status", token))).isEqualTo("available");
    assertThat(statusIn(caller.put("/v4/api/profile/status/Available", samsToken)))
        .isEqualTo("available");
  }

  @Test
  void anUnknownStatusChangesNothingAndIsQuotedInTheModelState() {
    Caller.Reply reply = caller.put("/v4/api/profile/status/out%20to%20lunch", token);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("modelState").path("status").path(0).asText())
        .isEqualTo("The value 'out to lunch' is not valid for UserStatus.");
    assertThat(statusIn(caller.get("/v4/api/profile/status", token))).isEqualTo("available");
  }

  @Test
  void theTeamHasAUserWithoutExtensionAndTwoOfOneName() {
    JsonNode users = caller.get("/v4/api/team", token).json().path("users");
    List<String> names = users.findValuesAsText("fullName");

    assertThat(names).hasSize(7).containsOnlyOnce("Dana Cole", "Maria Lopez");
    assertThat(names.stream().filter("Sam Reed"::equals)).hasSize(2);
    assertThat(simulator.account().data().users())
        .filteredOn(user -> user.extension() == null)
        .extracting(user -> user.fullName())
        .containsExactly("Dana Cole");
  }

  @Test
  void theTeamListsGroupsAndVoicemailBoxes() {
    JsonNode team = caller.get("/v4/api/team", token).json();

    assertThat(team.path("groups").findValuesAsText("name"))
        .containsExactly("Front desk", "Support");
    assertThat(team.path("vmboxes").findValuesAsText("name"))
        .containsExactly("General Voicemail Box", "After hours");
  }

  @Test
  void aUserWithoutExtensionHasAProfileThatSaysSo() {
    String secret =
        simulator.account().data().users().stream()
            .filter(user -> user.extension() == null)
            .findFirst()
            .orElseThrow()
            .userKey();

    JsonNode profile = caller.get("/v4/api/profile", caller.accessToken(secret)).json();
    assertThat(profile.path("data").path("extension").isNull()).isTrue();
  }

  @Test
  void pingIsOpenAndUncounted() {
    int before = simulator.budgetUsed();

    assertThat(caller.json(caller.request("/v4/api/ping").GET()).status()).isEqualTo(200);
    assertThat(simulator.budgetUsed()).isEqualTo(before);
  }

  private static String statusIn(Caller.Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().path("data").path("status").asText();
  }
}
