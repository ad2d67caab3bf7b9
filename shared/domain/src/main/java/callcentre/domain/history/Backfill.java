package callcentre.domain.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A back-fill of one dataset: chunks of its range, the newest first, and how far it came.
 *
 * @param range all that is asked for
 * @param chunk no chunk is longer than this
 * @param remainingTo everything of the range from here on is stored; the range's start when done
 * @param open the chunk that was begun and not ended
 */
public record Backfill(
    Window range, Duration chunk, Instant remainingTo, Optional<Checkpoint> open) {

  private static final String FORM = "b1";

  public Backfill {
    if (chunk.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("a chunk is longer than " + chunk);
    }
    if (remainingTo.isBefore(range.from()) || remainingTo.isAfter(range.to())) {
      throw new IllegalArgumentException("a back-fill stays in its range " + range);
    }
  }

  /** A back-fill of which nothing was pulled yet. */
  public static Backfill begin(Window range, Duration chunk) {
    return new Backfill(range, chunk, range.to(), Optional.empty());
  }

  /** The chunk that is pulled next, or was begun; empty when all is done. */
  public Optional<Window> next() {
    if (open.isPresent()) {
      return open.map(Checkpoint::window);
    }
    if (isDone()) {
      return Optional.empty();
    }
    Instant from = remainingTo.minus(chunk);
    return Optional.of(new Window(from.isBefore(range.from()) ? range.from() : from, remainingTo));
  }

  /** In the middle of the chunk. */
  public Backfill at(Checkpoint checkpoint) {
    return new Backfill(range, chunk, remainingTo, Optional.of(checkpoint));
  }

  /**
   * After the whole of {@link #next} was stored.
   *
   * @throws IllegalStateException when all was done
   */
  public Backfill chunkDone() {
    Window done = next().orElseThrow(() -> new IllegalStateException("the back-fill is done"));
    return new Backfill(range, chunk, done.from(), Optional.empty());
  }

  public boolean isDone() {
    return remainingTo.equals(range.from());
  }

  /** The part of the range that is stored, 0 to 1; it never falls unless a chunk is read again. */
  public double progress() {
    double whole = range.length().toMillis();
    double done = Duration.between(remainingTo, range.to()).toMillis();
    double inChunk =
        open.map(begun -> begun.progress() * begun.window().length().toMillis()).orElse(0.0);
    return isDone() ? 1 : Math.min(1, (done + inChunk) / Math.max(1, whole));
  }

  /** A text from which {@link #parse} makes the same back-fill. */
  public String text() {
    return String.join(
        ";",
        FORM,
        range.from().toString(),
        range.to().toString(),
        chunk.toString(),
        remainingTo.toString(),
        open.map(Checkpoint::text).orElse(""));
  }

  /**
   * @throws UnreadableCursorException when the text is of another form
   */
  public static Backfill parse(String text) {
    String[] parts = text.split(";", -1);
    if (parts.length != 6 || !parts[0].equals(FORM)) {
      throw new UnreadableCursorException(text);
    }
    try {
      return new Backfill(
          new Window(Instant.parse(parts[1]), Instant.parse(parts[2])),
          Duration.parse(parts[3]),
          Instant.parse(parts[4]),
          parts[5].isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(parts[5])));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw new UnreadableCursorException(text, unreadable);
    }
  }
}
