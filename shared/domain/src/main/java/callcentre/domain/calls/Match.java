package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How certain it is which journal record belongs to a row (design: "Joining families"). */
public enum Match {
  /** By the call's GUID. */
  EXACT,
  /** By parties, direction and time, unique on both sides. */
  INFERRED,
  /** Several could be it: they stay apart, and nothing is written through them. */
  AMBIGUOUS,
  /** Only one family knows of it so far. */
  NONE;

  /** The name in answers, for example {@code inferred}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Match> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
