package callcentre.domain.voicemails;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who says something of a voicemail. Each edited field is a source of its own. */
public enum VoicemailSource {
  /** {@code GET /voicemails}. */
  VOICEMAILS,
  /** The journal. */
  JOURNAL,
  /** The provider no longer has it. */
  ABSENCE,
  READ_EDIT,
  REMOVAL_EDIT;

  /** The name in answers and in stored evidence, for example {@code journal}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<VoicemailSource> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
