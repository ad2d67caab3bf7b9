package callcentre.simulator.account;

import java.util.Arrays;
import java.util.Optional;

/** The states of {@code /profile/status} (MightyCall reference 3.4). */
public enum UserStatus {
  AVAILABLE("available"),
  DND("dnd");

  private final String label;

  UserStatus(String label) {
    this.label = label;
  }

  /** The status as it stands in JSON. */
  public String label() {
    return label;
  }

  /** The status with this label, in any case as ASP.NET binds enums, or empty. */
  public static Optional<UserStatus> ofLabel(String label) {
    return Arrays.stream(values()).filter(s -> s.label.equalsIgnoreCase(label)).findFirst();
  }
}
