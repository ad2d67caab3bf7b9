package callcentre.domain.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * A job's hold on a dataset: while it is alive no other job pulls the same data.
 *
 * @param jobId the job that holds it
 * @param worker the run that works for the job; empty while the job waits in the queue
 * @param expiresAt when the hold ends unless it is extended; the job is then an orphan
 */
public record SyncClaim(String jobId, Optional<String> worker, Instant expiresAt) {

  public boolean isAlive(Instant now) {
    return now.isBefore(expiresAt);
  }
}
