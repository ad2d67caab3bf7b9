package callcentre.storage.events;

import java.util.Optional;

/**
 * An event as it lies in the table.
 *
 * @param reason why it is parked or a dead letter
 */
public record EventRow(EventId id, StoredEvent event, Optional<String> reason) {

  /** An event as it is stored when it comes. */
  public static EventRow of(StoredEvent event) {
    return new EventRow(EventKeys.id(event), event, Optional.empty());
  }

  /** Whether it has this standing already, for this reason. */
  boolean stands(EventStanding standing, Optional<String> why) {
    return event.standing() == standing && reason.equals(why);
  }
}
