package callcentre.domain.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * How often the schedule pulls each dataset, and so how much of the daily budget it spends; the
 * table with its reasons is {@code docs/cadence.md}.
 */
public final class Cadence {

  /** After a failure the schedule waits this long, so that an outage does not cost the budget. */
  public static final Duration PAUSE_AFTER_ERROR = Duration.ofHours(1);

  private Cadence() {}

  /** The age at which the copy of a dataset is pulled again. */
  public static Duration of(Dataset dataset) {
    return switch (dataset) {
      case NUMBERS -> Duration.ofHours(6);
      case EXTENSIONS -> Duration.ofHours(24);
    };
  }

  /**
   * Whether the schedule should pull the dataset now.
   *
   * @param full the daily full sync: whatever did not fail or succeed a moment ago is due
   */
  public static boolean isDue(SyncState state, boolean full, Instant now) {
    if (state.activeJob(now).isPresent()) {
      return false;
    }
    if (state.lastError().isPresent() && ranWithin(state, PAUSE_AFTER_ERROR, now)) {
      return false;
    }
    Duration wanted = full ? PAUSE_AFTER_ERROR : of(state.dataset());
    return state.age(now).map(age -> age.compareTo(wanted) >= 0).orElse(true);
  }

  private static boolean ranWithin(SyncState state, Duration time, Instant now) {
    return state.lastRunAt().map(ended -> now.isBefore(ended.plus(time))).orElse(false);
  }
}
