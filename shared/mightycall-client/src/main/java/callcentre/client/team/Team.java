package callcentre.client.team;

import callcentre.client.json.Fields;
import java.util.List;

/** Users, groups and voicemail boxes of the account, in the provider's order. */
public record Team(List<TeamMember> users, List<TeamUnit> groups, List<TeamUnit> vmboxes) {

  public Team {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    vmboxes = List.copyOf(vmboxes);
  }

  static Team read(Fields fields) {
    return new Team(
        fields.requireObjects("users").stream().map(TeamMember::read).toList(),
        fields.requireObjects("groups").stream().map(TeamUnit::read).toList(),
        fields.requireObjects("vmboxes").stream().map(TeamUnit::read).toList());
  }
}
