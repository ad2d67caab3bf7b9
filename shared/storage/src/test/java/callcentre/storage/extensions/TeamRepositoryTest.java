package callcentre.storage.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.extensions.Profile;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamGroup;
import callcentre.domain.extensions.TeamUser;
import callcentre.domain.extensions.VoicemailBox;
import callcentre.domain.people.Extension;
import callcentre.storage.Outcome;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class TeamRepositoryTest {

  private static final TeamUser MARIA =
      new TeamUser("1", "Maria Lopez", Optional.of("admin"), Optional.empty());
  private static final TeamUser SAM =
      new TeamUser("2", "Sam Reed", Optional.empty(), Optional.of("https://example.com/sam.png"));
  private static final Team TEAM =
      new Team(
          List.of(MARIA, SAM),
          List.of(new TeamGroup("g", "Front desk")),
          List.of(new VoicemailBox("v", "General Voicemail Box")));

  private final TestStore store;
  private final TeamRepository teams;

  TeamRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.MIGHTYCALL_EXTENSIONS);
    teams = new TeamRepository(store.database());
  }

  @Test
  void theTeamIsReadBackAsItWasSaved() {
    assertThat(teams.team()).isEqualTo(Team.EMPTY);

    assertThat(teams.save(TEAM)).isEqualTo(new SavedRows(4, 0, 0, 0));

    assertThat(teams.team()).isEqualTo(TEAM);
    assertThat(store.requestsOf(teams::team)).isEqualTo(3);
  }

  @Test
  void onlyWhatChangedIsWrittenAndWhoLeftIsRemoved() {
    teams.save(TEAM);
    TeamUser promoted = new TeamUser("2", "Sam Reed", Optional.of("admin"), Optional.empty());
    Team next = new Team(List.of(promoted), TEAM.groups(), TEAM.voicemailBoxes());

    assertThat(teams.save(next)).isEqualTo(new SavedRows(0, 1, 2, 1));

    assertThat(teams.team()).isEqualTo(next);
    assertThat(store.requestsOf(() -> teams.save(next))).isEqualTo(3);
  }

  @Test
  void aRowThatTheProviderNamesTwiceIsSavedOnce() {
    Team twice = new Team(List.of(MARIA, MARIA), List.of(), List.of());

    assertThat(teams.save(twice)).isEqualTo(new SavedRows(1, 0, 0, 0));
    assertThat(teams.team().users()).containsExactly(MARIA);
  }

  @Test
  void aLargeTeamIsWrittenInBatchesOfTwentyFive() {
    List<TeamUser> users =
        IntStream.range(0, 60)
            .mapToObj(
                index ->
                    new TeamUser(
                        "%03d".formatted(index), "User", Optional.empty(), Optional.empty()))
            .toList();
    Team large = new Team(users, List.of(), List.of());

    assertThat(store.requestsOf(() -> teams.save(large))).isEqualTo(3 + 3);
    assertThat(teams.team()).isEqualTo(large);
  }

  @Test
  void theOwnersProfileIsWrittenOnlyWhenItChanged() {
    Profile owner =
        new Profile(
            Optional.of("Maria"),
            Optional.of("Lopez"),
            Optional.empty(),
            Optional.of(new Extension("101")),
            Optional.of("admin"));
    assertThat(teams.ownerProfile()).isEmpty();

    assertThat(teams.saveOwnerProfile(owner)).isEqualTo(Outcome.INSERTED);
    assertThat(teams.saveOwnerProfile(owner)).isEqualTo(Outcome.UNCHANGED);
    assertThat(store.requestsOf(() -> teams.saveOwnerProfile(owner))).isEqualTo(1);
    assertThat(teams.ownerProfile()).contains(owner);
  }
}
