package callcentre.storage.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an event is believed, and whether it could be used. */
public enum EventStanding {
  /** The account's key was with it. */
  RECEIVED,
  /** Another key or none was with it: it is kept, counts for nothing and can be released. */
  QUARANTINED,
  /** It is believed and says nothing of a call, or nothing that is understood yet. */
  PARKED,
  /** It is understood, and no row can take it. */
  DEAD_LETTER;

  /** The name in the table and in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventStanding> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
