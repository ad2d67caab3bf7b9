package callcentre.client.json;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The provider's ids. A GUID of zeros is .NET's default and stands for none (reference 4.4; 6, row
 * 17).
 */
public final class ProviderGuid {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{24}");
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private ProviderGuid() {}

  /**
   * The GUID in small letters.
   *
   * @return empty for zeros, and for what is no GUID with dashes
   */
  public static Optional<String> read(String text) {
    String guid = text.strip().toLowerCase(Locale.ROOT);
    return GUID.matcher(guid).matches() && !guid.equals(ZERO)
        ? Optional.of(guid)
        : Optional.empty();
  }

  /**
   * The id of a journal row, 24 hexadecimal digits, in small letters.
   *
   * @return empty for anything else
   */
  public static Optional<String> readJournalId(String text) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    return HEX.matcher(id).matches() ? Optional.of(id) : Optional.empty();
  }

  /**
   * The GUID that identifies a row.
   *
   * @throws UnreadableAnswerException when there is none
   */
  public static String require(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(ProviderGuid::read)
        .orElseThrow(() -> new UnreadableAnswerException("no GUID '" + name + "'"));
  }

  /**
   * The journal id that identifies a row.
   *
   * @throws UnreadableAnswerException when there is none
   */
  public static String requireJournalId(Fields fields, String name) {
    return fields
        .text(name)
        .flatMap(ProviderGuid::readJournalId)
        .orElseThrow(() -> new UnreadableAnswerException("no journal id '" + name + "'"));
  }
}
