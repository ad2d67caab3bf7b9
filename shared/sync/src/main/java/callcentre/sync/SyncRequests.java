package callcentre.sync;

import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.sync.ClaimResult;
import callcentre.storage.sync.SyncClaims;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Asks for syncs: the way that the API and the schedule share. A job first gets hold of all of its
 * datasets, then goes on the queue; a worker pulls it from there.
 */
public final class SyncRequests {

  /**
   * How long a job may wait for a worker before its datasets are free again: a message that is lost
   * must not block them, and one that waits behind others must not be overtaken.
   */
  public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(SyncRequests.class);

  private final SyncClaims claims;
  private final OrphanedJobs orphans;
  private final UnsentJobs unsent;
  private final SyncQueue queue;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param random makes the ids of jobs unique
   */
  public SyncRequests(
      SyncClaims claims,
      OrphanedJobs orphans,
      UnsentJobs unsent,
      SyncQueue queue,
      InstantSource clock,
      RandomGenerator random) {
    this.claims = claims;
    this.orphans = orphans;
    this.unsent = unsent;
    this.queue = queue;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Starts a sync unless one of its datasets is being pulled: 3 requests (1 batch read, 1
   * transaction, 1 message), more only where an orphaned job is ended first.
   *
   * @param requestedBy the user's id, or {@link SyncJob#SCHEDULE}
   * @return the job that holds the datasets now, or the one that already does
   * @throws QueueUnavailableException when the queue refused; the job is ended as failed and its
   *     datasets are free
   */
  public SyncStart start(SyncPlan plan, String requestedBy) {
    Instant now = clock.instant();
    return start(SyncJob.queued(JobIds.next(now, random), requestedBy, plan.datasets(), now), now);
  }

  /**
   * Starts a back-fill unless one is running; it leaves the datasets themselves free, so that their
   * own pulls go on meanwhile: 3 requests.
   *
   * @param requestedBy the user's id
   * @return the job, or the one that is running
   * @throws QueueUnavailableException when the queue refused; the job is ended as failed
   */
  public SyncStart backfill(BackfillRange range, String requestedBy) {
    Instant now = clock.instant();
    return start(SyncJob.backfill(JobIds.next(now, random), requestedBy, range, now), now);
  }

  private SyncStart start(SyncJob job, Instant now) {
    orphans.end(now);
    return switch (claims.claim(job, now.plus(LONGEST_WAIT), now)) {
      case ClaimResult.Busy(var dataset, String holder) ->
          new SyncStart.AlreadyRunning(dataset, holder);
      case ClaimResult.Claimed(SyncJob claimed) -> {
        send(claimed);
        yield new SyncStart.Started(claimed);
      }
    };
  }

  private void send(SyncJob job) {
    try {
      queue.send(new SyncMessage(job.id()));
    } catch (SdkException refused) {
      SyncError why =
          SyncErrorCode.QUEUE_UNAVAILABLE.error(
              "The job could not be put on the queue. Nothing was pulled, nothing was deleted; ask"
                  + " again.",
              true);
      unsent.end(job, why);
      throw new QueueUnavailableException(job.id(), refused);
    }
    LOG.atInfo()
        .addKeyValue("job_id", job.id())
        .addKeyValue("datasets", job.datasets())
        .addKeyValue("requested_by", job.requestedBy())
        .log("sync: job on the queue");
  }
}
