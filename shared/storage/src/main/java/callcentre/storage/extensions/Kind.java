package callcentre.storage.extensions;

import java.util.Locale;

/** What an item of {@code mightycall_extensions} is: the values of its hash key. */
enum Kind {
  /** An extension at which somebody is, or was. */
  EXTENSION,
  /** A number at which the provider had nobody and of which nothing else is known. */
  PROBE_MISS,
  TEAM_USER,
  GROUP,
  VMBOX,
  /** The one profile of the key's owner. */
  PROFILE;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
