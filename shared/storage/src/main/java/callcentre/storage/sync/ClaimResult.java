package callcentre.storage.sync;

import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncJob;

/** What came of asking for a sync. */
public sealed interface ClaimResult {

  /** The job is stored and holds all of its datasets. */
  record Claimed(SyncJob job) implements ClaimResult {}

  /**
   * Another job holds one of the datasets; nothing was stored.
   *
   * @param jobId the job that holds it
   */
  record Busy(Dataset dataset, String jobId) implements ClaimResult {}
}
