package callcentre.domain.history;

import java.io.Serial;

/** A stored cursor is of a form that this release does not know. */
public final class UnreadableCursorException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableCursorException(String text) {
    super(message(text));
  }

  UnreadableCursorException(String text, RuntimeException cause) {
    super(message(text), cause);
  }

  private static String message(String text) {
    return "the stored cursor cannot be read; remove it to pull the history again: " + text;
  }
}
