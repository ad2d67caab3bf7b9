package callcentre.functions.syncrequests;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.SyncJob;
import callcentre.sync.QueueUnavailableException;
import callcentre.sync.SyncStart;
import java.time.Duration;
import java.util.function.Supplier;

/** What asking for a job answers when there is none. */
final class SyncStarts {

  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private SyncStarts() {}

  /**
   * The job that was started.
   *
   * @throws ApiException 409 with the job that is in the way; 503 when the queue refused
   */
  static SyncJob job(Supplier<SyncStart> start) {
    try {
      return switch (start.get()) {
        case SyncStart.Started(SyncJob job) -> job;
        case SyncStart.AlreadyRunning(Dataset dataset, String jobId) ->
            throw ApiException.of(
                    ErrorCode.SYNC_RUNNING,
                    "A sync of "
                        + dataset.wireName()
                        + " is running. Follow it at sync/jobs/"
                        + jobId
                        + " or try again when it is done.")
                .member("job_id", jobId)
                .retryAfter(TRY_AGAIN);
      };
    } catch (QueueUnavailableException refused) {
      throw ApiException.of(
              ErrorCode.TEMPORARILY_UNAVAILABLE, String.valueOf(refused.getMessage()), refused)
          .member("job_id", refused.jobId())
          .retryAfter(TRY_AGAIN);
    }
  }
}
