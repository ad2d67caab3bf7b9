package callcentre.api.tickets;

import java.time.Instant;
import java.util.List;

/**
 * One person's permission to play one recording or voicemail for a while.
 *
 * @param userId whom it was given to
 * @param id the call's or voicemail's id in the API, for the access log
 * @param providerIds under which the provider may know it, the most trusted first, 1 to {@link
 *     #MOST_PROVIDER_IDS}: a GUID is one of the calls or voicemails, 24 hexadecimal digits are one
 *     of the journal
 * @param expiresAt from then on it plays nothing; whole seconds
 */
public record AudioTicket(
    String userId, AudioKind kind, String id, List<String> providerIds, Instant expiresAt) {

  /** A record is known by its own id, by its journal row's, and by what it was folded from. */
  public static final int MOST_PROVIDER_IDS = 4;

  public AudioTicket {
    providerIds = List.copyOf(providerIds);
    if (providerIds.isEmpty() || providerIds.size() > MOST_PROVIDER_IDS) {
      throw new IllegalArgumentException(
          "a ticket names 1 to " + MOST_PROVIDER_IDS + " ids of the provider");
    }
  }
}
