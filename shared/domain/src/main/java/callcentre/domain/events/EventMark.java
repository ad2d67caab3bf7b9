package callcentre.domain.events;

import callcentre.domain.people.Extension;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be said of a call, without its time.
 *
 * @param extension the colleague of whom it is said; empty where it is said of the call
 */
public record EventMark(EventFamily family, EventStep step, Optional<Extension> extension)
    implements Comparable<EventMark> {

  /** What decides about a call before what only colours it. */
  private static final Comparator<EventMark> BY_WEIGHT =
      Comparator.comparingInt((EventMark mark) -> weight(mark.step()))
          .thenComparing(EventMark::family)
          .thenComparing(mark -> mark.extension().isPresent())
          .thenComparing(mark -> mark.extension().orElse(new Extension("00")));

  private static final String SEPARATOR = ":";

  /** The mark as text, for example {@code incoming:ringing:101}. */
  public String text() {
    return (family + SEPARATOR + step + SEPARATOR).toLowerCase(Locale.ROOT)
        + extension.map(Extension::digits).orElse("");
  }

  /**
   * Reads {@link #text}.
   *
   * @throws IllegalArgumentException when the text is no mark
   */
  public static EventMark parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no mark of an event: " + text);
    }
    return new EventMark(
        EventFamily.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        EventStep.valueOf(parts[1].toUpperCase(Locale.ROOT)),
        parts[2].isEmpty() ? Optional.empty() : Optional.of(new Extension(parts[2])));
  }

  @Override
  public int compareTo(EventMark other) {
    return BY_WEIGHT.compare(this, other);
  }

  @Override
  public String toString() {
    return text();
  }

  private static int weight(EventStep step) {
    return switch (step) {
      case ENDED -> 0;
      case STARTED -> 1;
      case CONNECTED -> 2;
      case LEG_ENDED -> 3;
      case RINGING -> 4;
      case STOPPED_RINGING -> 5;
    };
  }
}
