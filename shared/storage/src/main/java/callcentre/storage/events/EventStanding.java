package callcentre.storage.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether an event is believed. */
public enum EventStanding {
  /** The account's key was with it. */
  RECEIVED,
  /** Another key or none was with it: it is kept, counts for nothing and can be released. */
  QUARANTINED;

  /** The name in the table and in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<EventStanding> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
