package callcentre.domain.extensions;

import java.util.List;

/** One complete answer of {@code GET /team} (reference 3.4). */
public record Team(
    List<TeamUser> users, List<TeamGroup> groups, List<VoicemailBox> voicemailBoxes) {

  public static final Team EMPTY = new Team(List.of(), List.of(), List.of());

  public Team {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
    voicemailBoxes = List.copyOf(voicemailBoxes);
  }

  public int size() {
    return users.size() + groups.size() + voicemailBoxes.size();
  }
}
