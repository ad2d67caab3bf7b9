package callcentre.cloud.websocket;

import java.util.ArrayList;
import java.util.List;

/** Splits a message into what fits frames, as the gateway does with what functions post. */
final class Frames {

  /** No character of Java's takes more bytes as UTF-8; a pair of surrogates takes 4. */
  private static final int LONGEST_CHARACTER_BYTES = 3;

  private Frames() {}

  /**
   * @return at least one part; together they are the text, and none splits a pair of surrogates
   */
  static List<String> of(String text, int frameBytes) {
    int longest = frameBytes / LONGEST_CHARACTER_BYTES;
    List<String> parts = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(text.length(), from + longest);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      parts.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return parts;
  }
}
