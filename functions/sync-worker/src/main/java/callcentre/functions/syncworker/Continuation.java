package callcentre.functions.syncworker;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.sync.SyncQueue;
import java.time.Duration;
import java.util.Optional;

/** Which pulls another worker goes on with by itself, and when. */
final class Continuation {

  private Continuation() {}

  /**
   * History that ran out of time goes on at once. A back-fill waits for budget as long as it takes,
   * and for a provider that fails while it still gets on in between; whatever else stops a pull
   * ends it, and the schedule or a person asks again.
   *
   * @param gotOn whether this pull stored at least a page before it stopped
   */
  static Optional<Duration> after(Dataset dataset, SyncError error, boolean gotOn) {
    boolean backfill = dataset == Dataset.BACKFILL;
    if (!backfill && !dataset.isHistory()) {
      return Optional.empty();
    }
    Optional<SyncErrorCode> code = SyncErrorCode.of(error);
    if (code.filter(SyncErrorCode.OUT_OF_TIME::equals).isPresent()) {
      return Optional.of(Duration.ZERO);
    }
    boolean poor = code.filter(SyncErrorCode.RATE_BUDGET_EXHAUSTED::equals).isPresent();
    return backfill && (poor || (error.retryable() && gotOn))
        ? Optional.of(SyncQueue.LONGEST_DELAY)
        : Optional.empty();
  }
}
