package callcentre.functions.syncrequests;

import callcentre.domain.sync.SyncJob;
import callcentre.storage.sync.SyncJobRepository;
import java.time.Duration;

/**
 * Watches a job's row until it is done, for as long as a person may wait: 20 seconds (contract), so
 * that the answer is there before the gateway gives up at 29.
 */
final class JobWatch {

  /** Waits; a test passes one that lets the job go on meanwhile. */
  @FunctionalInterface
  interface Pause {
    void of(Duration length);
  }

  /** The first look comes soon, because a sync of two datasets takes about a second. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** All pauses together; the reads between them take the rest of the 20 seconds. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(18);

  private final SyncJobRepository jobs;
  private final Pause pause;

  JobWatch(SyncJobRepository jobs, Pause pause) {
    this.jobs = jobs;
    this.pause = pause;
  }

  /**
   * Waits for the end of a job: 1 read after each of the pauses of 0.2, 0.4, 0.8 and then 1 second,
   * at most 20.
   *
   * @return the job as it was last seen, done or not
   */
  SyncJob await(SyncJob started) {
    SyncJob seen = started;
    Duration waited = Duration.ZERO;
    Duration next = FIRST_PAUSE;
    while (!seen.status().isFinal() && waited.compareTo(LONGEST_WAIT) < 0) {
      pause.of(next);
      waited = waited.plus(next);
      next = shorter(next.multipliedBy(2), LONGEST_PAUSE);
      seen = jobs.find(started.id()).orElse(seen);
    }
    return seen;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
