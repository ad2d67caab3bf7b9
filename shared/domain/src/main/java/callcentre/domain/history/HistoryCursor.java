package callcentre.domain.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an incremental pull of a dataset continues.
 *
 * @param doneUntil everything before it is stored
 * @param open the window that was begun and not ended
 */
public record HistoryCursor(Instant doneUntil, Optional<Checkpoint> open) {

  private static final String FORM = "h1";

  /** A pull that begins here. */
  public static HistoryCursor startingAt(Instant from) {
    return new HistoryCursor(from, Optional.empty());
  }

  /** In the middle of a window. */
  public HistoryCursor at(Checkpoint checkpoint) {
    return new HistoryCursor(doneUntil, Optional.of(checkpoint));
  }

  /** After a whole window was stored. It never goes back: an overlap was done before. */
  public HistoryCursor windowDone(Window window) {
    return new HistoryCursor(
        window.to().isAfter(doneUntil) ? window.to() : doneUntil, Optional.empty());
  }

  /** A text from which {@link #parse} makes the same cursor. */
  public String text() {
    return FORM + ";" + doneUntil + ";" + open.map(Checkpoint::text).orElse("");
  }

  /**
   * @throws UnreadableCursorException when the text is of another form
   */
  public static HistoryCursor parse(String text) {
    String[] parts = text.split(";", -1);
    if (parts.length != 3 || !parts[0].equals(FORM)) {
      throw new UnreadableCursorException(text);
    }
    try {
      return new HistoryCursor(
          Instant.parse(parts[1]),
          parts[2].isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(parts[2])));
    } catch (DateTimeException unreadable) {
      throw new UnreadableCursorException(text, unreadable);
    }
  }
}
