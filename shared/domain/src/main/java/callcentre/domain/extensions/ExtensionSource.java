package callcentre.domain.extensions;

import java.util.Locale;

/** Who speaks for an extension now. */
public enum ExtensionSource {
  /** The provider has a profile at it. */
  PROFILE,
  /** The provider's team has a member of that name, and only one. */
  TEAM,
  /** A user of the dashboard answers at it. */
  ASSIGNMENT,
  /** It took part in a call; that alone does not say that somebody is there still. */
  HISTORY;

  /** The name in answers, for example {@code profile}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
