package callcentre.simulator.settings;

import java.util.Arrays;
import java.util.Optional;

/**
 * The two kinds of MightyCall host; an account exists on one of them (MightyCall reference 1.1).
 */
public enum HostKind {
  /**
   * {@code api.mightycall.com}: "Standard" accounts, where an extension number may be the secret.
   */
  CLASSIC("classic"),
  /** {@code ccapi.mightycall.com}: call-centre accounts, where only a generated key is a secret. */
  CONTACT_CENTER("contact-center");

  private final String label;

  HostKind(String label) {
    this.label = label;
  }

  /** The name used in JSON and in the credentials of a client. */
  public String label() {
    return label;
  }

  /** The kind with this label, or empty when there is none. */
  public static Optional<HostKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
