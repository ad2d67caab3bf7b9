package callcentre.functions.syncworker;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.extensions.ExtensionSource;
import callcentre.domain.extensions.Team;
import callcentre.domain.people.Extension;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.RunStatus;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.Versioned;
import callcentre.storage.extensions.TeamRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsSyncTest extends WorkbenchTest {

  private static final String PROBE = "/v4/api/profile/{extension}";

  ExtensionsSyncTest(Cloud cloud) {
    super(cloud);
  }

  @Test
  void theAccountIsFoundByTeamProfileAndProbes() {
    SyncJob job = bench.sync("extensions");

    DatasetRun run = Workbench.run(job, Dataset.EXTENSIONS);
    assertThat(run.error()).isEmpty();
    // Token, team, own profile, and 100 to 120 but for the own extension.
    assertThat(run.counts()).isEqualTo(new DatasetCounts(6, 6, 0, 0, 0, 0, 0, 23));
    assertThat(bench.extensionDigits()).containsExactly("101", "102", "103", "104", "105", "106");
    AccountExtension maria = bench.extension("101");
    assertThat(maria.displayName()).isEqualTo("Maria Lopez");
    assertThat(maria.role()).contains("admin");
    assertThat(maria.sources()).containsExactly(ExtensionSource.PROFILE, ExtensionSource.TEAM);
    assertThat(maria.teamUserId()).contains(teamId("101"));
    assertThat(maria.active()).isTrue();
    Team team = new TeamRepository(bench.database).team();
    assertThat(team.users()).hasSize(7);
    assertThat(team.groups()).hasSize(2);
    assertThat(team.voicemailBoxes()).hasSize(2);
    assertThat(new TeamRepository(bench.database).ownerProfile().orElseThrow().fullName())
        .contains("Maria Lopez");
  }

  @Test
  void anAmbiguousNameNeverLinks() {
    bench.sync("extensions");

    assertThat(bench.extension("102").displayName()).isEqualTo("Sam Reed");
    assertThat(bench.extension("106").displayName()).isEqualTo("Sam Reed");
    assertThat(bench.extension("102").teamUserId()).isEmpty();
    assertThat(bench.extension("106").teamUserId()).isEmpty();
  }

  @Test
  void aSecondSyncAsksOnlyWhereSomebodyIsAndWritesNoRow() {
    bench.sync("extensions");
    List<Versioned<AccountExtension>> before = bench.extensions.all();

    DatasetRun run = Workbench.run(bench.sync("extensions"), Dataset.EXTENSIONS);

    // Team, own profile, and the five others that are known.
    assertThat(run.counts()).isEqualTo(new DatasetCounts(6, 0, 0, 6, 0, 0, 0, 7));
    assertThat(bench.extensions.all()).isEqualTo(before);
  }

  @Test
  void aMissIsForgottenAfterAWeek() {
    bench.sync("extensions");
    bench.simulator.clock().advance(Duration.ofDays(7).plusMinutes(1));
    bench.simulator.requests().clear();

    bench.sync("extensions");

    assertThat(bench.asked("GET", PROBE)).isEqualTo(20);
  }

  @Test
  void whoeverLeftIsInactiveAndKept() {
    bench.sync("extensions");
    remove("102");

    DatasetRun run = Workbench.run(bench.sync("extensions"), Dataset.EXTENSIONS);

    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.counts().updated()).isEqualTo(2);
    assertThat(bench.extension("102").active()).isFalse();
    assertThat(bench.extension("102").displayName()).isEqualTo("Sam Reed");
    // The name is unique now.
    assertThat(bench.extension("106").teamUserId()).contains(teamId("106"));
  }

  @Test
  void whereADashboardUserAnswersIsAskedAlthoughNoRangeNamesIt() {
    bench.sync("extensions");
    assign("130", "Kim Park");

    bench.sync("extensions");

    AccountExtension assigned = bench.extension("130");
    assertThat(assigned.sources()).containsExactly(ExtensionSource.ASSIGNMENT);
    assertThat(assigned.displayName()).isEqualTo("Kim Park");
    assertThat(assigned.active()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 19})
  void anErrorAtAProbeKeepsWhatWasHeardAndDeactivatesNobody(int answered) {
    bench.sync("extensions");
    Optional<Instant> asOf = bench.state(Dataset.EXTENSIONS).asOf();
    bench.simulator.clock().advance(Duration.ofDays(8));
    rename("103", "Priya", "Rao");
    bench.simulator.add(Fault.status(500, FaultMatch.at("GET", PROBE).skip(answered)));

    SyncJob job = bench.sync("extensions");

    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(job.error().map(SyncError::code)).contains("mightycall_error");
    assertThat(bench.extensions.all())
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.value().active()).isTrue());
    assertThat(bench.state(Dataset.EXTENSIONS).asOf()).isEqualTo(asOf);
    assertThat(bench.state(Dataset.EXTENSIONS).lastError()).isEqualTo(job.error());

    bench.simulator.faults().clear();
    assertThat(bench.sync("extensions").status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(bench.extension("103").displayName()).isEqualTo("Priya Rao");
  }

  @Test
  void whileProbesAreMissingNoNewNameIsLinked() {
    bench.simulator.add(Fault.status(500, FaultMatch.at("GET", PROBE).skip(3)));

    SyncJob job = bench.sync("extensions");

    assertThat(job.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(bench.extensionDigits()).containsExactly("101", "102", "103");
    assertThat(bench.extensions.all())
        .allSatisfy(row -> assertThat(row.value().teamUserId()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v4/api/team", "/v4/api/profile"})
  void withoutTeamOrOwnProfileTheRowsStayAsTheyWere(String path) {
    bench.sync("extensions");
    List<Versioned<AccountExtension>> rows = bench.extensions.all();
    Optional<Instant> asOf = bench.state(Dataset.EXTENSIONS).asOf();
    bench.simulator.add(Fault.status(503, FaultMatch.at("GET", path)));

    SyncJob job = bench.sync("extensions");

    assertThat(job.error().map(SyncError::code)).contains("mightycall_error");
    assertThat(bench.extensions.all()).isEqualTo(rows);
    assertThat(bench.state(Dataset.EXTENSIONS).asOf()).isEqualTo(asOf);
  }

  @Test
  void aFirstSyncWithoutTeamIsAFailure() {
    bench.simulator.add(Fault.status(503, FaultMatch.at("GET", "/v4/api/team")));

    assertThat(bench.sync("extensions").status()).isEqualTo(RunStatus.FAILED);
    assertThat(bench.extensions.all()).isEmpty();
  }

  private void remove(String extension) {
    bench
        .simulator
        .account()
        .replaceUsers(
            bench.simulator.account().data().users().stream()
                .filter(user -> !user.hasExtension(extension))
                .toList());
  }

  private void rename(String extension, String first, String last) {
    bench
        .simulator
        .account()
        .replaceUsers(
            bench.simulator.account().data().users().stream()
                .map(user -> user.hasExtension(extension) ? named(user, first, last) : user)
                .toList());
  }

  private void assign(String extension, String name) {
    Instant now = bench.simulator.clock().instant();
    bench.users.change(
        "sub-" + extension,
        none -> {
          User user =
              new User(
                  "sub-" + extension,
                  Role.AGENT,
                  Set.of(),
                  List.of(),
                  name,
                  Optional.empty(),
                  now,
                  now);
          return new User(
              user.id(),
              user.role(),
              user.organisations(),
              user.extensionsAfter(Optional.of(new Extension(extension)), now),
              name,
              Optional.empty(),
              now,
              now);
        });
  }

  private String teamId(String extension) {
    return bench
        .simulator
        .account()
        .data()
        .user(user -> user.hasExtension(extension))
        .orElseThrow()
        .id();
  }

  private static TeamUser named(TeamUser user, String first, String last) {
    return new TeamUser(
        user.id(),
        first,
        last,
        user.email(),
        user.extension(),
        user.role(),
        user.status(),
        user.userKey());
  }
}
