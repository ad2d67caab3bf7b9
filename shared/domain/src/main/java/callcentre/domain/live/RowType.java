package callcentre.domain.live;

import java.util.Locale;
import java.util.Optional;

/** Of what a delta is: the {@code type} of its message. */
public enum RowType {
  CALL,
  /** Presence of a colleague. */
  AGENT,
  SMS,
  VOICEMAIL,
  /** A sync job; told to {@link Topic#ALL} only. */
  SYNC,
  /** The provider's requests of the day; told to {@link Topic#ALL} only. */
  USAGE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RowType> ofWireName(String name) {
    for (RowType type : values()) {
      if (type.wireName().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
