package callcentre.simulator.families.journal;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.TeamUser;
import callcentre.simulator.account.UserRole;
import callcentre.simulator.history.Leg;
import callcentre.simulator.http.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A colleague as the journal shows one; who left the account is shown without id and e-mail. */
final class AgentJson {

  private final AccountData account;

  AgentJson(AccountData account) {
    this.account = account;
  }

  ObjectNode of(String extension, @Nullable String name, Leg.Role role, @Nullable String groupId) {
    Optional<TeamUser> user = account.user(known -> known.hasExtension(extension));
    ObjectNode json = Json.object();
    user.ifPresent(known -> json.put("id", known.id()));
    if (groupId != null) {
      json.put("groupId", groupId);
    }
    json.put("agentRole", role.word())
        .put("name", user.map(TeamUser::fullName).orElse(name == null ? extension : name))
        .put("extension", extension)
        .put("role", user.map(AgentJson::role).orElse("undefined"));
    user.ifPresent(known -> json.put("email", known.email()));
    return json.put("type", "user");
  }

  private static String role(TeamUser user) {
    return user.role() == UserRole.ADMIN ? "admin" : "agent";
  }
}
