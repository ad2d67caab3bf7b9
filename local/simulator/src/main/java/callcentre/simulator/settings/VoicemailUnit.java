package callcentre.simulator.settings;

import java.util.Arrays;
import java.util.Optional;

/** What a voicemail's duration counts; MightyCall does not say (reference 3.2, D). */
public enum VoicemailUnit {
  SECONDS("seconds"),
  MILLISECONDS("milliseconds");

  private final String label;

  VoicemailUnit(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The one with this label, or empty when there is none. */
  public static Optional<VoicemailUnit> ofLabel(String label) {
    return Arrays.stream(values()).filter(known -> known.label.equals(label)).findFirst();
  }
}
