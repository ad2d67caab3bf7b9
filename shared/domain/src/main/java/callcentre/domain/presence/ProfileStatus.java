package callcentre.domain.presence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a colleague has set (MightyCall reference 3.4). */
public enum ProfileStatus {
  AVAILABLE,
  DND;

  /** The provider's word, and ours in answers. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a word that the provider may have and we do not know. */
  public static Optional<ProfileStatus> ofWireName(String name) {
    return Arrays.stream(values()).filter(value -> value.wireName().equals(name)).findFirst();
  }
}
