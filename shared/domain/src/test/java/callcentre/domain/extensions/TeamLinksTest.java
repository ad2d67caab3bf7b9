package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.EXT_101;
import static callcentre.domain.extensions.ExtensionFacts.EXT_102;
import static callcentre.domain.extensions.ExtensionFacts.assigned;
import static callcentre.domain.extensions.ExtensionFacts.evidence;
import static callcentre.domain.extensions.ExtensionFacts.found;
import static callcentre.domain.extensions.ExtensionFacts.member;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static callcentre.domain.extensions.ExtensionFacts.team;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.extensions.ExtensionFact.ProfileMissed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamLinksTest {

  private static final ExtensionEvidence MARIA =
      evidence(found(EXT_101, "Maria", "Lopez", minute(0)));

  @Test
  void uniqueFullNameLinksWhateverItsCaseAndSpacing() {
    Team team = team(member("guid-1", "  maria   LOPEZ "), member("guid-2", "Sam Reed"));

    assertThat(TeamLinks.between(team, List.of(MARIA)).teamUserIdAt(EXT_101)).contains("guid-1");
  }

  @Test
  void anotherNameThatContainsItDoesNotLink() {
    Team team = team(member("guid-1", "Maria Lopez-Vega"));

    assertThat(TeamLinks.between(team, List.of(MARIA)).teamUserIdAt(EXT_101)).isEmpty();
  }

  @Test
  void anExtensionThatVanishedDoesNotMakeANameAmbiguous() {
    ExtensionEvidence moved = evidence(found(EXT_102, "Maria", "Lopez", minute(0)));
    ExtensionEvidence left = MARIA.merge(new ProfileMissed(EXT_101, minute(1)));
    TeamLinks links =
        TeamLinks.between(team(member("guid-1", "Maria Lopez")), List.of(left, moved));

    assertThat(links.teamUserIdAt(EXT_101)).isEmpty();
    assertThat(links.teamUserIdAt(EXT_102)).contains("guid-1");
  }

  @Test
  void aDashboardsNameNeverLinks() {
    ExtensionEvidence assigned = evidence(assigned(EXT_102, "Maria Lopez", minute(0)));
    TeamLinks links = TeamLinks.between(team(member("guid-1", "Maria Lopez")), List.of(assigned));

    assertThat(links.teamUserIdAt(EXT_102)).isEmpty();
  }
}
