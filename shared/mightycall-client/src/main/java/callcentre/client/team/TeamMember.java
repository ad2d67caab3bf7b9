package callcentre.client.team;

import callcentre.client.json.Fields;
import java.util.Optional;

/**
 * A user of the account. It has no extension here: that is found by profiles (reference 3.4).
 *
 * @param id a GUID, treated as opaque
 */
public record TeamMember(
    String id, String fullName, Optional<String> role, Optional<String> avatarUrl) {

  static TeamMember read(Fields fields) {
    return new TeamMember(
        fields.requireText("id"),
        fields.text("fullName").orElse(""),
        fields.text("role"),
        fields.text("avatarUrl"));
  }
}
