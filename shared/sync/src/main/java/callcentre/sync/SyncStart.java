package callcentre.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncJob;

/** What came of asking for a sync. */
public sealed interface SyncStart {

  /** The job is on the queue. */
  record Started(SyncJob job) implements SyncStart {}

  /**
   * Another job pulls one of the datasets; nothing was started.
   *
   * @param jobId the job that pulls it
   */
  record AlreadyRunning(Dataset dataset, String jobId) implements SyncStart {}
}
