package callcentre.domain.history;

import java.time.Instant;

/**
 * How far a window was pulled, page by page.
 *
 * @param pageSize rows of a page; a checkpoint of another page size starts its window again
 * @param pagesDone pages whose every row is stored: an error in page k leaves k - 1
 * @param total the provider's count when the window was begun; a window whose total changed
 *     meanwhile was no closed window, and is read again
 */
public record Checkpoint(Window window, int pageSize, int pagesDone, long total) {

  public Checkpoint {
    if (pageSize < 1 || pagesDone < 0 || total < 0) {
      throw new IllegalArgumentException(
          "a checkpoint counts from 0, in pages of at least one row");
    }
  }

  /** A window of which nothing was read yet. */
  public static Checkpoint begin(Window window, int pageSize, long total) {
    return new Checkpoint(window, pageSize, 0, total);
  }

  /** After the next page was stored. */
  public Checkpoint pageDone() {
    return new Checkpoint(window, pageSize, pagesDone + 1, total);
  }

  /** The same window from its beginning, because its total is now another. */
  public Checkpoint again(long newTotal) {
    return begin(window, pageSize, newTotal);
  }

  /** How many rows come before the next page, for families that page by {@code skip}. */
  public long skip() {
    return (long) pagesDone * pageSize;
  }

  /** The next page, counted from 1, for families that page by {@code page}. */
  public int nextPage() {
    return pagesDone + 1;
  }

  /** Whether the pages read hold all rows of the total. */
  public boolean readsAll() {
    return skip() >= total;
  }

  /** The part of the window that is stored, 0 to 1; 1 of a window without rows. */
  public double progress() {
    return total == 0 ? 1 : Math.min(1, (double) skip() / total);
  }

  /** A text from which {@link #parse} makes the same checkpoint. */
  public String text() {
    return String.join(
        ",",
        window.from().toString(),
        window.to().toString(),
        Integer.toString(pageSize),
        Integer.toString(pagesDone),
        Long.toString(total));
  }

  /**
   * @throws UnreadableCursorException when the text is of another form
   */
  public static Checkpoint parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 5) {
      throw new UnreadableCursorException(text);
    }
    try {
      return new Checkpoint(
          new Window(Instant.parse(parts[0]), Instant.parse(parts[1])),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]),
          Long.parseLong(parts[4]));
    } catch (RuntimeException unreadable) {
      throw new UnreadableCursorException(text, unreadable);
    }
  }
}
