package callcentre.client.profile;

import java.util.Locale;

/** Whether a user takes calls (reference 3.4). */
public enum UserStatus {
  AVAILABLE,
  DND;

  /** The word in the provider's paths. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
