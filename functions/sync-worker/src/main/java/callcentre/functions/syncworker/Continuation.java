package callcentre.functions.syncworker;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.sync.SyncQueue;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether another worker goes on by itself with a pull that stopped.
 *
 * @param failures how often in a row it failed by now without getting on
 * @param after when another worker goes on; empty when the run is over
 */
record Continuation(int failures, Optional<Duration> after) {

  /**
   * History that ran out of time goes on at once. A back-fill waits for budget as long as it takes;
   * of whatever else may pass by itself, the page is tried again after a while, {@link
   * SyncJob#MOST_FAILURES} times. Whatever else stops a pull ends it, and the schedule or a person
   * asks again.
   *
   * @param gotOn whether this pull stored at least a page before it stopped
   * @param failedBefore how often in a row it had failed before this pull
   */
  static Continuation of(Dataset dataset, SyncError error, boolean gotOn, int failedBefore) {
    boolean backfill = dataset == Dataset.BACKFILL;
    boolean outOfTime = is(SyncErrorCode.OUT_OF_TIME, error);
    if (!backfill) {
      return new Continuation(
          0, Optional.of(Duration.ZERO).filter(now -> outOfTime && dataset.isHistory()));
    }
    int before = gotOn ? 0 : failedBefore;
    if (is(SyncErrorCode.RATE_BUDGET_EXHAUSTED, error)) {
      return new Continuation(before, Optional.of(SyncQueue.LONGEST_DELAY));
    }
    if (outOfTime && gotOn) {
      return new Continuation(0, Optional.of(Duration.ZERO));
    }
    int failures = before + 1;
    boolean mayPass = error.retryable() && failures < SyncJob.MOST_FAILURES;
    Duration pause = outOfTime ? Duration.ZERO : SyncQueue.LONGEST_DELAY;
    return new Continuation(failures, Optional.of(pause).filter(known -> mayPass));
  }

  /** The error as the job shows it: what happens next is in it. */
  SyncError told(SyncError error) {
    String next =
        after
            .map(
                pause ->
                    " It goes on by itself in "
                        + pause.toMinutes()
                        + " minutes"
                        + (failures > 0
                            ? " (failed " + failures + " of " + SyncJob.MOST_FAILURES + " times)."
                            : "."))
            .orElseGet(
                () ->
                    failures >= SyncJob.MOST_FAILURES
                        ? " It was given up after "
                            + failures
                            + " attempts; ask again for the rest."
                        : "");
    return new SyncError(error.code(), error.message() + next, error.retryable());
  }

  private static boolean is(SyncErrorCode code, SyncError error) {
    return SyncErrorCode.of(error).filter(code::equals).isPresent();
  }
}
