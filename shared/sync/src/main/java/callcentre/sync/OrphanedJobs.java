package callcentre.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.storage.VersionConflictException;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Ends jobs whose worker vanished or whose message was lost: their claim ran out and nobody ended
 * them. A back-fill is not ended but handed to another worker, because nobody would ask for it
 * again. Whoever looks at the datasets next does it, so no timer is needed.
 */
public final class OrphanedJobs {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedJobs.class);

  private final SyncClaims claims;
  private final SyncStateRepository states;
  private final SyncJobRepository jobs;
  private final SyncQueue queue;

  public OrphanedJobs(
      SyncClaims claims, SyncStateRepository states, SyncJobRepository jobs, SyncQueue queue) {
    this.claims = claims;
    this.states = states;
    this.jobs = jobs;
    this.queue = queue;
  }

  /**
   * Ends every orphaned job as failed, or partial where some of it was stored; a back-fill goes on
   * where it was, unless its workers vanish again and again: 1 request, and 3 a job that is ended,
   * 5 for a back-fill.
   *
   * @return the states as they were read, orphans included
   */
  public Collection<SyncState> end(Instant now) {
    Collection<SyncState> all = states.all().values();
    SortedSet<String> orphans = new TreeSet<>();
    for (SyncState state : all) {
      Optional<String> orphan = state.orphan(now);
      if (state.dataset() != Dataset.BACKFILL || !orphan.map(id -> goesOn(id, now)).orElse(false)) {
        orphan.ifPresent(orphans::add);
      }
    }
    orphans.forEach(job -> end(job, now));
    return all;
  }

  /** Whether the back-fill is in good hands: it need not be ended. */
  private boolean goesOn(String jobId, Instant now) {
    boolean mayGoOn =
        jobs.find(jobId)
            .flatMap(job -> job.run(Dataset.BACKFILL))
            .filter(run -> !run.status().isFinal())
            .filter(run -> run.detail().failures() + 1 < SyncJob.MOST_FAILURES)
            .isPresent();
    if (!mayGoOn) {
      return false;
    }
    if (states.reclaim(Dataset.BACKFILL, jobId, now.plus(SyncRequests.LONGEST_WAIT), now)) {
      jobs.change(jobId, job -> job.with(lost(job.run(Dataset.BACKFILL).orElseThrow())));
      send(jobId);
    }
    return true;
  }

  private void send(String jobId) {
    try {
      queue.send(new SyncMessage(jobId));
      LOG.atWarn()
          .addKeyValue("job_id", jobId)
          .log("sync: a back-fill lost its worker and goes on with another one");
    } catch (SdkException refused) {
      LOG.atWarn()
          .addKeyValue("job_id", jobId)
          .setCause(refused)
          .log("sync: a back-fill lost its worker; it goes on when its claim runs out again");
    }
  }

  private static DatasetRun lost(DatasetRun run) {
    SyncError why =
        SyncErrorCode.WORKER_VANISHED.error(
            "The worker did not finish. What it had stored is kept, nothing was deleted; another"
                + " worker goes on by itself.",
            true);
    return run.with(run.detail().failed(run.detail().failures() + 1)).waiting(why);
  }

  private void end(String jobId, Instant now) {
    SyncError why =
        SyncErrorCode.WORKER_VANISHED.error(
            "The worker did not finish: its claim ran out without a result. What it had stored is"
                + " kept, nothing was deleted. The schedule tries again; or ask for a sync.",
            true);
    try {
      claims.abandon(jobId, why, now);
      LOG.atWarn().addKeyValue("job_id", jobId).log("sync: an orphaned job was ended");
    } catch (VersionConflictException livesAfterAll) {
      LOG.atInfo()
          .addKeyValue("job_id", jobId)
          .log("sync: a job that looked orphaned is being worked on");
    }
  }
}
