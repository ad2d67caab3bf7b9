package callcentre.domain.messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who says something of a message. Each edited field is a source of its own. */
public enum MessageSource {
  JOURNAL,
  /** The provider no longer has it. */
  ABSENCE,
  READ_EDIT,
  /** Removed or restored by a person here. */
  REMOVAL_EDIT,
  /** We sent it: the journal's record is that of a message of our own log. */
  SENT_AS;

  /** The name in answers and in stored evidence, for example {@code journal}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MessageSource> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
