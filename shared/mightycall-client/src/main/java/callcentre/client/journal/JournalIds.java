package callcentre.client.journal;

import callcentre.domain.evidence.ProviderIds;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Ids of journal rows as parameters of a write. */
public final class JournalIds {

  private JournalIds() {}

  /**
   * The ids in small letters.
   *
   * @param ids at least one, each 24 hexadecimal digits
   * @throws IllegalArgumentException when there is none, or one has another form: the provider
   *     would refuse the whole write
   */
  public static List<String> of(Collection<String> ids) {
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("there is no journal row");
    }
    return ids.stream().map(JournalIds::of).toList();
  }

  /** As {@link #of(Collection)}, for one. */
  public static String of(String id) {
    return ProviderIds.journalId(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a journal row's id has 24 hexadecimal digits, not the form of '"
                        + id.toLowerCase(Locale.ROOT)
                        + "'"));
  }
}
