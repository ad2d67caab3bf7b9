package callcentre.storage.events;

import callcentre.domain.events.EventNotice;
import java.time.Instant;

/**
 * A webhook event that is kept.
 *
 * @param body the whole body without keys, in JSON
 * @param receivedAt when it came first
 */
public record StoredEvent(
    EventNotice notice, String body, Instant receivedAt, EventStanding standing) {

  /** The same event with another standing. */
  StoredEvent standing(EventStanding other) {
    return new StoredEvent(notice, body, receivedAt, other);
  }
}
