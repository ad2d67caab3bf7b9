package callcentre.domain.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two forms of the provider's record ids (MightyCall reference 3.1, 3.5), in lower case. */
public final class ProviderIds {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern JOURNAL = Pattern.compile("[0-9a-f]{24}");
  private static final String ZERO_GUID = "00000000-0000-0000-0000-000000000000";

  private ProviderIds() {}

  /**
   * The GUID in lower case; empty when the text is none, or the GUID of zeros, which names nothing.
   */
  public static Optional<String> guid(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return GUID.matcher(lower).matches() && !lower.equals(ZERO_GUID)
        ? Optional.of(lower)
        : Optional.empty();
  }

  /** The journal's id, 24 hexadecimal digits in lower case; empty when the text is none. */
  public static Optional<String> journalId(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return JOURNAL.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
  }
}
