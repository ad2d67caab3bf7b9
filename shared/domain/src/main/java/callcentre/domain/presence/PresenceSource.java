package callcentre.domain.presence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who said it. */
public enum PresenceSource {
  /** Events of a call. */
  EVENTS,
  /** The provider was asked. */
  PROFILE,
  /** The dashboard set it, and the provider took it. */
  DASHBOARD,
  /** Nobody. */
  NONE;

  /** The name in answers and in tables. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PresenceSource> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
