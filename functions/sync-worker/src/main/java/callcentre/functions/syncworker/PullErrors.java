package callcentre.functions.syncworker;

import callcentre.aws.ConfigurationException;
import callcentre.client.error.MightyCallException;
import callcentre.domain.sync.SyncError;
import callcentre.storage.VersionConflictException;
import callcentre.storage.database.ThrottledException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in a job why a pull ended early, in words for an operator. */
final class PullErrors {

  private static final String KEPT =
      " What was read before is stored, nothing was removed, and the stored copy keeps its time.";

  private PullErrors() {}

  static SyncError of(RuntimeException failure) {
    return switch (failure) {
      case PullStoppedException stopped -> stopped.error();
      case MightyCallException provider ->
          new SyncError(
              code(provider), provider.getMessage() + KEPT, provider.kind().isRetryable());
      case ConfigurationException configuration ->
          new SyncError("missing_configuration", configuration.getMessage() + KEPT, false);
      case SdkException aws ->
          new SyncError(
              "storage_unavailable",
              "A table or secret could not be read or written ("
                  + aws.getClass().getSimpleName()
                  + ")."
                  + KEPT,
              true);
      case ThrottledException throttled ->
          new SyncError("storage_unavailable", throttled.getMessage() + "." + KEPT, true);
      case VersionConflictException conflict ->
          new SyncError(
              "storage_conflict",
              "A row was changed by somebody else at every attempt." + KEPT,
              true);
      default ->
          new SyncError(
              "internal_error",
              "The sync met a mistake of its own ("
                  + failure.getClass().getSimpleName()
                  + "); the log of this job has it."
                  + KEPT,
              false);
    };
  }

  /** Whether the failure is a mistake of ours, which somebody must look at. */
  static boolean isOurs(RuntimeException failure) {
    return of(failure).code().equals("internal_error");
  }

  /** The provider's own word where it has one, else ours for the kind. */
  private static String code(MightyCallException failure) {
    return switch (failure.kind()) {
      case AUTH -> failure.code().orElse("mightycall_refused_credentials");
      case BUDGET_EXHAUSTED, PROVIDER_LIMIT -> "rate_budget_exhausted";
      case TIMEOUT -> "mightycall_timeout";
      case FORBIDDEN, NOT_FOUND, INVALID, CONFLICT, RATE_LIMITED, UNAVAILABLE, UNEXPECTED_ANSWER ->
          "mightycall_error";
    };
  }
}
