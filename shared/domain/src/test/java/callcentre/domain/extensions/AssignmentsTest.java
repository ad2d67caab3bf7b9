package callcentre.domain.extensions;

import static callcentre.domain.extensions.ExtensionFacts.EXT_101;
import static callcentre.domain.extensions.ExtensionFacts.EXT_102;
import static callcentre.domain.extensions.ExtensionFacts.minute;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.extensions.ExtensionFact.Assigned;
import callcentre.domain.ownership.Interval;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AssignmentsTest {

  @Test
  void theUsersOfTheDashboardMakeCandidates() {
    SortedMap<Extension, ExtensionEvidence> merged =
        Assignments.of(List.of(user("Sam Reed", EXT_101, minute(0))), minute(9))
            .mergedInto(Map.of());

    assertThat(merged.get(EXT_101).currentAssignment().map(Assigned::displayName))
        .contains("Sam Reed");
  }

  @Test
  void whoeverIsNoLongerAmongTheUsersNoLongerAnswers() {
    Map<Extension, ExtensionEvidence> before =
        Assignments.of(List.of(user("Sam Reed", EXT_101, minute(0))), minute(1))
            .mergedInto(Map.of());

    SortedMap<Extension, ExtensionEvidence> after =
        Assignments.of(List.of(user("Sam Reed", EXT_102, minute(5))), minute(9)).mergedInto(before);

    assertThat(after.get(EXT_101).currentAssignment()).isEmpty();
    assertThat(after.get(EXT_102).currentAssignment()).isPresent();
  }

  @Test
  void ofTwoUsersAtOneExtensionTheLaterCountsInAnyOrder() {
    User early = user("Sam Reed", EXT_101, minute(0));
    User late = user("Jordan Blake", EXT_101, minute(5));

    assertThat(nameAt101(List.of(early, late))).isEqualTo("Jordan Blake");
    assertThat(nameAt101(List.of(late, early))).isEqualTo("Jordan Blake");
  }

  @Test
  void aRenamedUserIsKnownByTheNewName() {
    Map<Extension, ExtensionEvidence> before =
        Assignments.of(List.of(user("Sam Reed", EXT_101, minute(0))), minute(1))
            .mergedInto(Map.of());
    User renamed =
        new User(
            "sub-Sam Reed",
            Role.AGENT,
            Set.of(),
            List.of(new ExtensionAssignment(EXT_101, Interval.since(minute(0)))),
            "Sam Reeder",
            Optional.empty(),
            minute(0),
            minute(7));

    SortedMap<Extension, ExtensionEvidence> after =
        Assignments.of(List.of(renamed), minute(9)).mergedInto(before);

    assertThat(after.get(EXT_101).currentAssignment().map(Assigned::displayName))
        .contains("Sam Reeder");
  }

  private static String nameAt101(List<User> users) {
    return Assignments.of(users, minute(9))
        .mergedInto(Map.of())
        .get(EXT_101)
        .currentAssignment()
        .orElseThrow()
        .displayName();
  }

  private static User user(String name, Extension extension, Instant since) {
    return new User(
        "sub-" + name,
        Role.AGENT,
        Set.of(),
        List.of(new ExtensionAssignment(extension, Interval.since(since))),
        name,
        Optional.empty(),
        since,
        since);
  }
}
