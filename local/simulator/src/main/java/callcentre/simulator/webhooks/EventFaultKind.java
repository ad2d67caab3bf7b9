package callcentre.simulator.webhooks;

import java.util.Arrays;
import java.util.Optional;

/** What goes wrong with an event; nothing of it is documented (reference 4.2). */
public enum EventFaultKind {
  /** Comes again, after the delay. */
  DUPLICATE("duplicate", 0),
  /** Comes late by the delay. */
  DELAYED("delayed", 5_000),
  /** Comes late by anything up to the delay, each by its own: events overtake each other. */
  SHUFFLED("shuffled", 5_000),
  /** Never comes. */
  DROPPED("dropped", 0),
  /** Comes with a GUID of zeros. */
  ZERO_GUID("zero_guid", 0),
  /** Comes with another API key. */
  FOREIGN_KEY("foreign_key", 0),
  /** Comes with a raw line break inside a text. */
  LINE_BREAK("line_break", 0);

  private final String label;
  private final int usualDelayMillis;

  EventFaultKind(String label, int usualDelayMillis) {
    this.label = label;
    this.usualDelayMillis = usualDelayMillis;
  }

  /** The name used in JSON. */
  public String label() {
    return label;
  }

  int usualDelayMillis() {
    return usualDelayMillis;
  }

  /** The kind with this label, or empty when there is none. */
  public static Optional<EventFaultKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }
}
