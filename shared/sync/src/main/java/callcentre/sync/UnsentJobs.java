package callcentre.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetCounts;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncJob;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncStateRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Ends jobs that never reached the queue, so that their datasets are free at once. */
public final class UnsentJobs {

  private final SyncClaims claims;
  private final SyncStateRepository states;
  private final InstantSource clock;

  public UnsentJobs(SyncClaims claims, SyncStateRepository states, InstantSource clock) {
    this.claims = claims;
    this.states = states;
    this.clock = clock;
  }

  /**
   * Ends the job as failed and frees its datasets: 4 requests a dataset. What a worker took up
   * meanwhile is left: then the message had arrived although the queue's answer was lost.
   */
  void end(SyncJob job, SyncError why) {
    Instant now = clock.instant();
    String worker = "sender of " + job.id();
    for (Dataset dataset : job.datasets()) {
      boolean mine =
          states
              .takeOver(dataset, job.id(), worker, now.plus(SyncRequests.LONGEST_WAIT), now)
              .isPresent();
      if (mine) {
        DatasetRun run = DatasetRun.stopped(dataset, DatasetCounts.NONE, why, List.of());
        claims.end(job.id(), worker, run, now, Optional.empty(), now);
      }
    }
  }
}
