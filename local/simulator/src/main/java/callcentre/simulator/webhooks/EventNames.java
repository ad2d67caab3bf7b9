package callcentre.simulator.webhooks;

import java.util.Arrays;
import java.util.Optional;

/** How events are called and where they hold the call's id. */
public enum EventNames {
  /** The 13 documented types (reference 4.4). */
  CLASSIC("classic"),
  /** The names that one integration knows; their payload is a guess (reference 4.6, D). */
  CONTACT_CENTER("contact-center");

  private final String label;

  EventNames(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The names with this label, or empty when there are none. */
  public static Optional<EventNames> ofLabel(String label) {
    return Arrays.stream(values()).filter(names -> names.label.equals(label)).findFirst();
  }
}
