package callcentre.domain.calls;

import java.time.Duration;
import java.util.Optional;

/**
 * A call's or a voicemail's sound. Its identity is the call's or the voicemail's id: the link
 * changes, expires, and says nothing (lessons: "recordings duplicate, then dead").
 *
 * @param available whether the provider still has it
 * @param link the provider's pre-authorised link as last seen; never leaves the system
 */
public record Recording(boolean available, Optional<Duration> length, Optional<String> link) {

  /** A longer link is not kept, but asked for again when somebody listens. */
  static final int LONGEST_LINK = 4_096;

  public Recording {
    link = link.filter(text -> text.length() <= LONGEST_LINK);
  }

  /** The same recording without its link, which changes from answer to answer. */
  public Recording withoutLink() {
    return new Recording(available, length, Optional.empty());
  }

  /**
   * The same recording with a length where it has none: not every list of the provider tells it.
   */
  public Recording orLength(Optional<Duration> known) {
    return new Recording(available, length.or(() -> known), link);
  }

  /** Tells links apart without showing them: whoever has one can listen. */
  @Override
  public String toString() {
    return "Recording[available="
        + available
        + ", length="
        + length
        + ", link="
        + link.map(secret -> "***" + Integer.toHexString(secret.hashCode())).orElse("none")
        + "]";
  }
}
