package callcentre.functions.extensions;

import static callcentre.functions.extensions.ExtensionsStage.PROFILE;
import static callcentre.functions.extensions.ExtensionsStage.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamGroup;
import callcentre.domain.extensions.TeamUser;
import callcentre.domain.extensions.VoicemailBox;
import callcentre.storage.extensions.TeamRepository;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(CloudExtension.class)
class TeamAndProfileTest {

  private static final List<Principal> ALLOWED =
      List.of(Callers.admin(), Callers.orgAdmin("north"), Callers.manager("north"));

  private ExtensionsStage stage;

  @BeforeEach
  void arrange(Cloud cloud) {
    stage = ExtensionsStage.in(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theTeamOfTheLastSyncIsShown() {
    TeamUser maria = new TeamUser("u1", "Maria Lopez", Optional.of("admin"), Optional.empty());
    stage
        .api
        .bean(TeamRepository.class)
        .save(
            new Team(
                List.of(maria),
                List.of(new TeamGroup("g1", "Front desk")),
                List.of(new VoicemailBox("b1", "After hours"))));
    stage.synced();
    for (Principal caller : ALLOWED) {
      assertThat(stage.get(TEAM, caller).body())
          .isEqualTo(
              "{\"users\":[{\"id\":\"u1\",\"full_name\":\"Maria Lopez\",\"role\":\"admin\","
                  + "\"avatar_url\":null}],\"groups\":[{\"id\":\"g1\",\"name\":\"Front desk\"}],"
                  + "\"vmboxes\":[{\"id\":\"b1\",\"name\":\"After hours\"}],"
                  + "\"as_of\":\"2026-11-21T10:00:00Z\"}");
    }
  }

  @Test
  void beforeTheFirstSyncTheTeamIsEmptyAndSaysWhy() {
    assertThat(stage.get(TEAM, Callers.admin()).body())
        .isEqualTo(
            "{\"users\":[],\"groups\":[],\"vmboxes\":[],\"as_of\":null,"
                + "\"empty_reason\":\"no_synced_data\"}");
  }

  @Test
  void aTeamThatTheProviderSaysIsEmptyIsNotTakenForOneThatWasNeverSynced() {
    stage.synced();
    assertThat(stage.get(TEAM, Callers.admin()).json().get("empty_reason").asText())
        .isEqualTo("no_match");
  }

  @Test
  void theKeyOwnersProfileOfTheLastSyncIsShown() {
    stage
        .api
        .bean(TeamRepository.class)
        .saveOwnerProfile(ExtensionsStage.profileOf("101", "Maria", "Lopez"));
    stage.synced();
    for (Principal caller : ALLOWED) {
      assertThat(stage.get(PROFILE, caller).body())
          .isEqualTo(
              "{\"first_name\":\"Maria\",\"last_name\":\"Lopez\","
                  + "\"email\":\"maria@provider.example\",\"extension\":\"101\",\"role\":\"user\","
                  + "\"as_of\":\"2026-11-21T10:00:00Z\"}");
    }
  }

  @Test
  void beforeTheFirstSyncThereIsNoProfileAndTheAnswerSaysWhatToDo() {
    Answer answer = stage.get(PROFILE, Callers.admin());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
    assertThat(answer.json().get("detail").asText()).contains("Start a sync");
  }

  @Test
  void agentsMaySeeNeither() {
    assertThat(stage.get(TEAM, Callers.agent("north")).error()).isEqualTo("unauthorized");
    assertThat(stage.get(PROFILE, Callers.agent("north")).error()).isEqualTo("unauthorized");
  }
}
