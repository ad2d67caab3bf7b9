package callcentre.functions.syncworker.pull;

import callcentre.aws.ConfigurationException;
import callcentre.client.error.MightyCallException;
import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;
import callcentre.storage.VersionConflictException;
import callcentre.storage.database.ThrottledException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in a job why a pull ended early, in words for an operator. */
public final class PullErrors {

  private static final String KEPT =
      " What was read before is stored, nothing was removed, and the stored copy keeps its time.";

  private PullErrors() {}

  public static SyncError of(RuntimeException failure) {
    return switch (failure) {
      case PullStoppedException stopped -> stopped.error();
      case MightyCallException provider -> ofProvider(provider);
      case ConfigurationException configuration ->
          SyncErrorCode.MISSING_CONFIGURATION.error(configuration.getMessage() + KEPT, false);
      case SdkException aws ->
          SyncErrorCode.STORAGE_UNAVAILABLE.error(
              "A table or secret could not be read or written ("
                  + aws.getClass().getSimpleName()
                  + ")."
                  + KEPT,
              true);
      case ThrottledException throttled ->
          SyncErrorCode.STORAGE_UNAVAILABLE.error(throttled.getMessage() + "." + KEPT, true);
      case VersionConflictException conflict ->
          SyncErrorCode.STORAGE_CONFLICT.error(
              "A row was changed by somebody else at every attempt." + KEPT, true);
      default ->
          SyncErrorCode.INTERNAL_ERROR.error(
              "The sync met a mistake of its own ("
                  + failure.getClass().getSimpleName()
                  + "); the log of this job has it."
                  + KEPT,
              false);
    };
  }

  private static SyncError ofProvider(MightyCallException failure) {
    String message = failure.getMessage() + KEPT;
    boolean retryable = failure.kind().isRetryable();
    return switch (failure.kind()) {
      case AUTH ->
          new SyncError(
              failure.code().orElse(SyncErrorCode.MIGHTYCALL_REFUSED_CREDENTIALS.wireName()),
              message,
              retryable);
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT ->
          SyncErrorCode.RATE_BUDGET_EXHAUSTED.error(message, retryable);
      case TIMEOUT -> SyncErrorCode.MIGHTYCALL_TIMEOUT.error(message, retryable);
      case FORBIDDEN, NOT_FOUND, INVALID, CONFLICT, RATE_LIMITED, UNAVAILABLE, UNEXPECTED_ANSWER ->
          SyncErrorCode.MIGHTYCALL_ERROR.error(message, retryable);
    };
  }
}
