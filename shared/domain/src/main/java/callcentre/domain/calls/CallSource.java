package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who says something of a call. Each edited field is a source of its own. */
public enum CallSource {
  /** {@code GET /calls}: the family that has the details. */
  CALLS,
  /** The journal. */
  JOURNAL,
  /** The answer to our own {@code makecall}. */
  MAKECALL,
  /** Webhook events, reduced to their times. */
  EVENTS,
  COMMENT_EDIT,
  WORKFLOW_EDIT,
  READ_EDIT;

  /** The name in answers and in stored evidence, for example {@code calls}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CallSource> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
