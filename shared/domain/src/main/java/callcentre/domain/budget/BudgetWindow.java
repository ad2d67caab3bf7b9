package callcentre.domain.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Requests of the last 24 hours, by hour. There are 25 buckets because the 24 hours before now
 * touch 25 clock hours: with 24, the oldest part of an hour would be forgotten. What is counted is
 * therefore never less than what any rolling 24 hours hold, and safe whichever way the provider
 * counts (reference 2.6).
 *
 * @param hour the newest hour, in hours since 1970-01-01T00:00Z
 * @param buckets {@link #HOURS} counts of 0 or more; the hour {@code h} has the bucket {@code h mod
 *     25}
 */
public record BudgetWindow(long hour, List<Integer> buckets) {

  /** How many hours a window holds. */
  public static final int HOURS = 25;

  private static final long SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  public BudgetWindow {
    if (buckets.size() != HOURS || buckets.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a window has " + HOURS + " counts of 0 or more");
    }
    buckets = List.copyOf(buckets);
  }

  /** A window without a request. */
  public static BudgetWindow empty(long hour) {
    return new BudgetWindow(hour, Collections.nCopies(HOURS, 0));
  }

  /** The hour that an instant lies in. */
  public static long hourOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_HOUR);
  }

  /** When an hour starts. */
  public static Instant startOf(long hour) {
    return Instant.ofEpochSecond(Math.multiplyExact(hour, SECONDS_PER_HOUR));
  }

  /** The bucket of an hour, 0 to 24. */
  public static int bucketOf(long hour) {
    return Math.floorMod(hour, HOURS);
  }

  /** All requests of the window. */
  public int used() {
    return buckets.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * This window with more requests in its newest hour. A process whose clock is behind adds to the
   * newest hour too: its requests then count longer, never shorter.
   */
  public BudgetWindow plus(int requests) {
    List<Integer> changed = new ArrayList<>(buckets);
    changed.set(bucketOf(hour), changed.get(bucketOf(hour)) + requests);
    return new BudgetWindow(hour, changed);
  }

  /**
   * This window in a later hour, without the hours that have left it.
   *
   * @param now the hour to move to; an earlier hour changes nothing, for clocks differ
   */
  public BudgetWindow movedTo(long now) {
    if (now <= hour) {
      return this;
    }
    List<Integer> changed = new ArrayList<>(buckets);
    for (int bucket : leavingBuckets(now)) {
      changed.set(bucket, 0);
    }
    return new BudgetWindow(now, changed);
  }

  /**
   * The buckets whose old hours are no longer in the window when it moves: they become those of the
   * new hours.
   *
   * @return at most {@link #HOURS} different buckets, none when {@code now} is not later
   */
  public List<Integer> leavingBuckets(long now) {
    long last = Math.min(now, hour + HOURS);
    return LongStream.rangeClosed(hour + 1, last).mapToObj(BudgetWindow::bucketOf).toList();
  }

  /**
   * When so many requests fit under a ceiling, if nobody makes another one until then.
   *
   * @param requests 1 or more
   * @param ceiling how far the window may be filled
   * @return the start of the newest hour when there is room already; the moment when the window is
   *     all empty when there will never be room
   */
  public Instant roomAt(int requests, int ceiling) {
    int left = used();
    for (long oldest = hour - HOURS + 1; oldest <= hour; oldest++) {
      if (left + requests <= ceiling) {
        return startOf(Math.max(hour, oldest + HOURS - 1));
      }
      left -= buckets.get(bucketOf(oldest));
    }
    return startOf(hour + HOURS);
  }

  /**
   * When the oldest requests leave the window, so that there is more room than now.
   *
   * @return the start of the newest hour when the window is empty
   */
  public Instant nextRelief() {
    for (long oldest = hour - HOURS + 1; oldest <= hour; oldest++) {
      if (buckets.get(bucketOf(oldest)) > 0) {
        return startOf(oldest + HOURS);
      }
    }
    return startOf(hour);
  }
}
