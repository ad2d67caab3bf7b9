package callcentre.domain.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the provider's requests to the webhook's address came to.
 *
 * @param triedAt when a request without an event came, as when a person saves the address
 * @param heardAt when an event with the account's key came; up to a minute before the truth
 * @param ended full minutes by which calls were over of which an event told the end, the newest
 *     first, at most {@link #MOST_ENDS}: a note serves for all calls that end in its minute, and
 *     more than the newest is known because in a busy centre that one is always of just now
 */
public record WebhookState(
    Optional<Instant> triedAt, Optional<Instant> heardAt, List<Instant> ended) {

  /** The oldest of so many in a row is of more than a minute ago. */
  public static final int MOST_ENDS = 3;

  /** Of an address that nobody called. */
  public static final WebhookState UNHEARD =
      new WebhookState(Optional.empty(), Optional.empty(), List.of());

  public WebhookState {
    ended = List.copyOf(ended);
  }
}
