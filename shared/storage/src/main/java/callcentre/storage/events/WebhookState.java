package callcentre.storage.events;

import java.time.Instant;
import java.util.Optional;

/**
 * When the provider last called the webhook's address.
 *
 * @param triedAt when a request without an event came, as when a person saves the address
 * @param heardAt when an event with the account's key came; up to a minute before the truth
 */
public record WebhookState(Optional<Instant> triedAt, Optional<Instant> heardAt) {}
