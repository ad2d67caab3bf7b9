package callcentre.sync;

import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.domain.sync.SyncState;
import callcentre.storage.VersionConflictException;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends jobs whose worker vanished or whose message was lost: their claim ran out and nobody ended
 * them. Whoever looks at the datasets next does it, so no timer is needed.
 */
public final class OrphanedJobs {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedJobs.class);

  private final SyncClaims claims;
  private final SyncStateRepository states;

  public OrphanedJobs(SyncClaims claims, SyncStateRepository states) {
    this.claims = claims;
    this.states = states;
  }

  /**
   * Ends every orphaned job as failed, or partial where some of it was stored: 1 request, and 3 a
   * job that is ended.
   *
   * @return the states as they were read, orphans included
   */
  public Collection<SyncState> end(Instant now) {
    Collection<SyncState> all = states.all().values();
    SortedSet<String> jobs = new TreeSet<>();
    all.stream().map(state -> state.orphan(now)).flatMap(Optional::stream).forEach(jobs::add);
    for (String job : jobs) {
      end(job, now);
    }
    return all;
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
