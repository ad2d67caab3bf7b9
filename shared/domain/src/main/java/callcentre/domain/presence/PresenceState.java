package callcentre.domain.presence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a colleague does. Where two would hold at once, the earlier of this list is told. */
public enum PresenceState {
  ON_CALL,
  /** No documented event tells of it (MightyCall reference 4.4); it is here for the dashboard. */
  ON_HOLD,
  DIALING,
  RINGING,
  DND,
  /** A talk was over a moment ago. */
  WRAP_UP,
  AVAILABLE,
  /** No documented event tells of it (MightyCall reference 4.4); it is here for the dashboard. */
  OFFLINE,
  /** Nothing that is known is still good. This never counts as available. */
  UNKNOWN;

  /** The name in answers, for example {@code on_call}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PresenceState> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
