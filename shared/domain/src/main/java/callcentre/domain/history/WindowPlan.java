package callcentre.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which windows an incremental pull reads, the oldest first.
 *
 * @param overlap how far back is read again: records that were still open, or came late
 * @param settling how long the newest past is left alone, because a finished call can take some
 *     seconds to be listed (MightyCall reference 3.1)
 * @param longest no window is longer than this
 */
public record WindowPlan(Duration overlap, Duration settling, Duration longest) {

  public WindowPlan {
    if (overlap.isNegative() || settling.isNegative() || longest.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("a plan has no negative or empty times");
    }
  }

  /**
   * Closed windows without a gap from the overlap before {@code doneUntil} up to what has settled.
   *
   * @param doneUntil everything before it was pulled
   * @return empty when nothing has settled since
   */
  public List<Window> windows(Instant doneUntil, Instant now) {
    Instant end = now.minus(settling);
    if (!doneUntil.isBefore(end)) {
      return List.of();
    }
    List<Window> windows = new ArrayList<>();
    Instant from = doneUntil.minus(overlap);
    while (from.isBefore(end)) {
      Instant to = earlier(from.plus(longest), end);
      windows.add(new Window(from, to));
      from = to;
    }
    return List.copyOf(windows);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
