package callcentre.domain.messages.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as segments, which is what messages are charged by. No character is cut in two: an escaped
 * character of GSM-7 and a surrogate pair of UCS-2 stand in one segment, which may therefore stay
 * shorter than it could be.
 *
 * @param encoding GSM-7 when it has every character of the text, else UCS-2
 * @param parts the text of each segment in order; none for an empty text
 */
public record Segments(Encoding encoding, List<String> parts) {

  public Segments {
    parts = List.copyOf(parts);
  }

  /** The segments of a text. */
  public static Segments of(String text) {
    Encoding encoding =
        text.codePoints().allMatch(character -> Encoding.GSM_7.unitsOf(character) > 0)
            ? Encoding.GSM_7
            : Encoding.UCS_2;
    if (text.isEmpty()) {
      return new Segments(encoding, List.of());
    }
    int units = text.codePoints().map(encoding::unitsOf).sum();
    return new Segments(
        encoding,
        units <= encoding.unitsAlone()
            ? List.of(text)
            : split(text, encoding, encoding.unitsOfPart()));
  }

  /** How many segments it takes. */
  public int count() {
    return parts.size();
  }

  private static List<String> split(String text, Encoding encoding, int room) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int units = encoding.unitsOf(character);
      if (used + units > room) {
        parts.add(text.substring(start, at));
        start = at;
        used = 0;
      }
      used += units;
      at += Character.charCount(character);
    }
    parts.add(text.substring(start));
    return parts;
  }
}
