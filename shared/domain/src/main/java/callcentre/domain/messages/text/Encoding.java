package callcentre.domain.messages.text;

import java.util.Arrays;
import java.util.Optional;

/** How a text travels (3GPP TS 23.038), which decides how many segments it costs. */
public enum Encoding {
  /** The default alphabet: 160 septets alone, 153 in each part of a longer text. */
  GSM_7("gsm7", 160, 153),
  /** Two octets a UTF-16 unit: 70 alone, 67 in each part of a longer text. */
  UCS_2("ucs2", 70, 67);

  private final String wireName;
  private final int unitsAlone;
  private final int unitsOfPart;

  Encoding(String wireName, int unitsAlone, int unitsOfPart) {
    this.wireName = wireName;
    this.unitsAlone = unitsAlone;
    this.unitsOfPart = unitsOfPart;
  }

  /** The name in answers, for example {@code gsm7}. */
  public String wireName() {
    return wireName;
  }

  public static Optional<Encoding> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName.equals(name)).findFirst();
  }

  /** How many units fit into a message of one segment. */
  int unitsAlone() {
    return unitsAlone;
  }

  /** How many units fit into each of several segments: their header takes the rest. */
  int unitsOfPart() {
    return unitsOfPart;
  }

  /** How many units a character takes; 0 when this encoding does not have it. */
  int unitsOf(int codePoint) {
    return switch (this) {
      case GSM_7 -> Gsm7.septets(codePoint);
      case UCS_2 -> Character.charCount(codePoint);
    };
  }
}
