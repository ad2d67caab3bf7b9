package callcentre.simulator.account;

import org.jspecify.annotations.Nullable;

/**
 * One user of the account.
 *
 * @param id GUID, as {@code /team} shows it
 * @param extension digits, or null for a user who has none
 * @param userKey the generated secret of this user
 */
public record TeamUser(
    String id,
    String firstName,
    String lastName,
    String email,
    @Nullable String extension,
    UserRole role,
    UserStatus status,
    String userKey) {

  /** The name as {@code /team} shows it; two users may have the same. */
  public String fullName() {
    return firstName + " " + lastName;
  }

  /** Whether {@code number} is this user's extension. */
  public boolean hasExtension(String number) {
    return number.equals(extension);
  }

  TeamUser withStatus(UserStatus newStatus) {
    return new TeamUser(id, firstName, lastName, email, extension, role, newStatus, userKey);
  }

  TeamUser withUserKey(String key) {
    return new TeamUser(id, firstName, lastName, email, extension, role, status, key);
  }
}
