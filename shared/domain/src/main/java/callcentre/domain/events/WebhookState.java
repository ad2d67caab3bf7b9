package callcentre.domain.events;

import java.time.Instant;
import java.util.Optional;

/**
 * What the provider's requests to the webhook's address came to.
 *
 * @param triedAt when a request without an event came, as when a person saves the address
 * @param heardAt when an event with the account's key came; up to a minute before the truth
 * @param endedBy every call of which an event told the end was over by then; up to a minute after
 *     the truth, so that one note serves for all calls that end in a minute
 */
public record WebhookState(
    Optional<Instant> triedAt, Optional<Instant> heardAt, Optional<Instant> endedBy) {

  /** Of an address that nobody called. */
  public static final WebhookState UNHEARD =
      new WebhookState(Optional.empty(), Optional.empty(), Optional.empty());
}
