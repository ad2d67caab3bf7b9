package callcentre.simulator.settings;

import java.util.Arrays;
import java.util.Optional;

/** Who may ask for communications and interactions; others get 403 (reference 3.7). */
public enum ContactCenterAccess {
  ALL("all"),
  ADMINS("admins"),
  NOBODY("nobody");

  private final String label;

  ContactCenterAccess(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The one with this label, or empty when there is none. */
  public static Optional<ContactCenterAccess> ofLabel(String label) {
    return Arrays.stream(values()).filter(known -> known.label.equals(label)).findFirst();
  }
}
