package callcentre.domain.calls;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands at one end of a call. */
public enum PartyKind {
  /** A telephone number. */
  NUMBER,
  /** A colleague's extension. */
  EXTENSION,
  /** A call-back widget of a site, known by its name (MightyCall reference 4.3). */
  WIDGET,
  /** A caller that hides its number, or a party that the provider did not name. */
  ANONYMOUS;

  /** The name in answers, for example {@code number}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PartyKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }
}
