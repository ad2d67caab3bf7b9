package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a call goes. */
public enum Direction {
  /** A client calls a business number. */
  INCOMING,
  /** A colleague calls a client. */
  OUTGOING,
  /** Colleagues call each other. */
  INTERNAL,
  /** The centre calls a client back who asked for it. */
  CALLBACK,
  /** Nobody said, and the parties do not tell. */
  UNKNOWN;

  /**
   * The words of {@code /calls} and of the journal's {@code origin} (MightyCall reference 3.1,
   * 3.5), in lower case. {@code none}, {@code undefined} and {@code unspecified} say nothing.
   */
  private static final Map<String, Direction> WORDS =
      Map.of(
          "incoming", INCOMING,
          "inbound", INCOMING,
          "outgoing", OUTGOING,
          "outbound", OUTGOING,
          "internal", INTERNAL,
          "callback", CALLBACK);

  /** The direction that a provider's word names exactly; {@link #UNKNOWN} for any other word. */
  public static Direction ofWord(String word) {
    return WORDS.getOrDefault(word.strip().toLowerCase(Locale.ROOT), UNKNOWN);
  }

  /** The name in answers, for example {@code incoming}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Direction> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
