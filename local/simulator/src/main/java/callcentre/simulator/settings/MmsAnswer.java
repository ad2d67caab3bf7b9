package callcentre.simulator.settings;

import java.util.Arrays;
import java.util.Optional;

/** How the files of an MMS come; the sources contradict each other (reference 6, row 16). */
public enum MmsAnswer {
  /** A zip archive as it is. */
  ZIP("zip"),
  /** The same archive as base64 text. */
  BASE64("base64"),
  /** {@code {"isSuccess":true}} and no files, as the documented example shows. */
  JSON("json");

  private final String label;

  MmsAnswer(String label) {
    this.label = label;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  /** The one with this label, or empty when there is none. */
  public static Optional<MmsAnswer> ofLabel(String label) {
    return Arrays.stream(values()).filter(known -> known.label.equals(label)).findFirst();
  }
}
