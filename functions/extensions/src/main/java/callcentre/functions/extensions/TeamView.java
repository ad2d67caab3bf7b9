package callcentre.functions.extensions;

import callcentre.api.answer.EmptyReason;
import callcentre.domain.extensions.Team;
import callcentre.domain.extensions.TeamGroup;
import callcentre.domain.extensions.TeamUser;
import callcentre.domain.extensions.VoicemailBox;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The provider's team as answers show it (contract: "GET …/team").
 *
 * @param asOf when the last complete sync asked for it; empty before the first one
 * @param emptyReason only there when all three lists are empty
 */
record TeamView(
    List<Member> users,
    List<Unit> groups,
    List<Unit> vmboxes,
    Optional<Instant> asOf,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> emptyReason) {

  /** A member; the provider's team knows no extensions. */
  record Member(String id, String fullName, Optional<String> role, Optional<String> avatarUrl) {

    static Member of(TeamUser user) {
      return new Member(user.id(), user.fullName(), user.role(), user.avatarUrl());
    }
  }

  /** A group or a voicemail box. */
  record Unit(String id, String name) {

    static Unit of(TeamGroup group) {
      return new Unit(group.id(), group.name());
    }

    static Unit of(VoicemailBox box) {
      return new Unit(box.id(), box.name());
    }
  }

  static TeamView of(Team team, Optional<Instant> asOf) {
    EmptyReason whenEmpty = asOf.isEmpty() ? EmptyReason.NO_SYNCED_DATA : EmptyReason.NO_MATCH;
    return new TeamView(
        team.users().stream().map(Member::of).toList(),
        team.groups().stream().map(Unit::of).toList(),
        team.voicemailBoxes().stream().map(Unit::of).toList(),
        asOf,
        team.size() == 0 ? Optional.of(whenEmpty.wireName()) : Optional.empty());
  }
}
