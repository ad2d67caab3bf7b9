package callcentre.domain.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.domain.live.LiveAccess.Grant;
import callcentre.domain.ownership.Interval;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Extension;
import callcentre.domain.people.ExtensionAssignment;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveAccessTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant TOOK = NOW.minusSeconds(600);

  /** Ann answers at 101 now and answered at 102 before; she belongs to the organisation north. */
  @ParameterizedTest
  @CsvSource({
    "PLATFORM_ADMIN, all, whole",
    "PLATFORM_ADMIN, org:south, whole",
    "PLATFORM_ADMIN, agent:102, whole",
    "ORG_ADMIN, all, nothing",
    "ORG_ADMIN, org:north, whole",
    "ORG_ADMIN, org:south, nothing",
    "ORG_ADMIN, agent:101, own",
    "ORG_ADMIN, agent:102, nothing",
    "ORG_MANAGER, all, nothing",
    "ORG_MANAGER, org:north, whole",
    "ORG_MANAGER, agent:101, own",
    "ORG_MANAGER, agent:103, nothing",
    "AGENT, all, nothing",
    "AGENT, org:north, nothing",
    "AGENT, agent:101, own",
    "AGENT, agent:102, nothing",
    "NONE, all, nothing",
    "NONE, org:north, nothing",
    "NONE, agent:101, nothing",
  })
  void whoMayHearWhat(Role role, String topic, String expected) {
    Optional<Grant> grant =
        LiveAccess.of(holder(true, Role.PLATFORM_ADMIN), Optional.of(ann(role)), NOW)
            .to(Topic.find(topic).orElseThrow());

    assertThat(grant)
        .isEqualTo(
            switch (expected) {
              case "whole" -> Optional.of(new Grant(Optional.empty()));
              case "own" -> Optional.of(new Grant(Optional.of(TOOK)));
              default -> Optional.<Grant>empty();
            });
  }

  @Test
  void whoHadARowAndLostItHearsNothingWhateverTheTokenSaid() {
    LiveAccess access = LiveAccess.of(holder(true, Role.PLATFORM_ADMIN), Optional.empty(), NOW);
    assertThat(access.to(Topic.ALL)).isEmpty();
  }

  @Test
  void whoNeverHadARowHasTheRightsOfTheToken() {
    LiveAccess access = LiveAccess.of(holder(false, Role.ORG_ADMIN), Optional.empty(), NOW);
    assertThat(access.to(Topic.find("org:north").orElseThrow())).isPresent();
    assertThat(access.to(Topic.find("org:south").orElseThrow())).isEmpty();
    assertThat(access.to(Topic.ALL)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRowThatCameLaterDecides(Role role) {
    LiveAccess access =
        LiveAccess.of(holder(false, Role.PLATFORM_ADMIN), Optional.of(ann(role)), NOW);
    assertThat(access.to(Topic.ALL).isPresent()).isEqualTo(role == Role.PLATFORM_ADMIN);
  }

  private static LiveHolder holder(boolean registered, Role role) {
    return new LiveHolder("ann", registered, role, Set.of(new OrganisationId("north")));
  }

  private static User ann(Role role) {
    return new User(
        "ann",
        role,
        Set.of(new OrganisationId("north")),
        List.of(
            new ExtensionAssignment(
                new Extension("102"), new Interval(TOOK.minusSeconds(60), Optional.of(TOOK))),
            new ExtensionAssignment(new Extension("101"), Interval.since(TOOK))),
        "Ann",
        Optional.empty(),
        TOOK,
        TOOK);
  }
}
