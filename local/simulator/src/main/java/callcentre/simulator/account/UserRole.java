package callcentre.simulator.account;

import java.util.Arrays;
import java.util.Optional;

/** The roles of {@code GET /profile} (MightyCall reference 3.4). */
public enum UserRole {
  ADMIN("admin"),
  USER("user");

  private final String label;

  UserRole(String label) {
    this.label = label;
  }

  /** The role as it stands in JSON. */
  public String label() {
    return label;
  }

  /** The role with this label, or empty when there is none. */
  public static Optional<UserRole> ofLabel(String label) {
    return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
  }
}
