package callcentre.domain.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the copy of one dataset stands.
 *
 * @param claim the job that pulls it, or waits to; it may have expired
 * @param cursor where an incremental dataset continues; datasets that are read whole have none
 * @param asOf the start of our request of the last complete pull: the copy is at least this fresh
 * @param lastError why the last run did not succeed; empty after a success
 * @param lastJob the job of the last run
 * @param lastRunAt when the last run ended, whatever its result
 */
public record SyncState(
    Dataset dataset,
    Optional<SyncClaim> claim,
    Optional<String> cursor,
    Optional<Instant> asOf,
    Optional<SyncError> lastError,
    Optional<String> lastJob,
    Optional<Instant> lastRunAt) {

  /** A dataset that was never pulled. */
  public static SyncState untouched(Dataset dataset) {
    return new SyncState(
        dataset,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The job that pulls it now; empty when nobody does or the claim ran out. */
  public Optional<String> activeJob(Instant now) {
    return claim.filter(held -> held.isAlive(now)).map(SyncClaim::jobId);
  }

  /** The job whose worker vanished: its claim ran out and nobody ended it. */
  public Optional<String> orphan(Instant now) {
    return claim.filter(held -> !held.isAlive(now)).map(SyncClaim::jobId);
  }

  /** How long ago the last complete pull started; empty when there was none. */
  public Optional<Duration> age(Instant now) {
    return asOf.map(pulled -> Duration.between(pulled, now));
  }

  /**
   * This state after a job's run, the claim released. Only a success moves {@code asOf} and {@code
   * cursor}: an error leaves them where they were.
   *
   * @param pulledAt the start of the run's first request
   * @param nextCursor where an incremental dataset continues
   */
  public SyncState ended(
      String jobId, DatasetRun run, Instant pulledAt, Optional<String> nextCursor, Instant now) {
    boolean complete = run.status() == RunStatus.SUCCEEDED;
    return new SyncState(
        dataset,
        Optional.empty(),
        complete ? nextCursor : cursor,
        complete ? Optional.of(pulledAt) : asOf,
        run.error(),
        Optional.of(jobId),
        Optional.of(now));
  }
}
