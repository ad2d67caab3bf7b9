package callcentre.api.tickets;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A recording or voicemail that somebody may hear.
 *
 * @param id the call's or voicemail's id in the API, for the access log
 * @param providerIds under which the provider may know it, the most trusted first, 1 to {@link
 *     #MOST_PROVIDER_IDS}: a GUID is one of the calls or voicemails, 24 hexadecimal digits are one
 *     of the journal
 * @param link the provider's link as last seen: as long as it works, the provider need not be asked
 *     for another. One over {@link #LONGEST_LINK_BYTES} is left out
 */
public record AudioItem(
    AudioKind kind, String id, List<String> providerIds, Optional<String> link) {

  /** A record is known by its own id, by its journal row's, and by what it was folded from. */
  public static final int MOST_PROVIDER_IDS = 4;

  /** What a ticket, and so a URL, has room for, in UTF-8. */
  public static final int LONGEST_LINK_BYTES = 1_500;

  public AudioItem {
    providerIds = List.copyOf(providerIds);
    if (providerIds.isEmpty() || providerIds.size() > MOST_PROVIDER_IDS) {
      throw new IllegalArgumentException(
          "audio has 1 to " + MOST_PROVIDER_IDS + " ids of the provider");
    }
    link = link.filter(text -> !text.isEmpty() && bytesOf(text) <= LONGEST_LINK_BYTES);
  }

  private static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
