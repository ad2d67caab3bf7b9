package callcentre.client.json;

import java.util.Locale;
import java.util.Optional;

/**
 * A word of one of the provider's vocabularies. Letter case does not matter (reference 6, row 7),
 * and a word that is not known is kept as it was written: vocabularies grow without notice.
 *
 * @param <E> the words that are known
 * @param written the provider's own writing
 * @param known empty for a word that is not known
 */
public record ProviderWord<E extends Enum<E>>(String written, Optional<E> known) {

  /**
   * Finds the constant whose name, without underscores, is the word.
   *
   * @param vocabulary the known words
   */
  public static <E extends Enum<E>> ProviderWord<E> read(String written, Class<E> vocabulary) {
    String word = plain(written);
    for (E constant : vocabulary.getEnumConstants()) {
      if (plain(constant.name()).equals(word)) {
        return new ProviderWord<E>(written, Optional.of(constant));
      }
    }
    return new ProviderWord<E>(written, Optional.<E>empty());
  }

  /** Whether it is this word. */
  public boolean is(E word) {
    return known.filter(word::equals).isPresent();
  }

  private static String plain(String word) {
    return word.strip().replace("_", "").toLowerCase(Locale.ROOT);
  }
}
