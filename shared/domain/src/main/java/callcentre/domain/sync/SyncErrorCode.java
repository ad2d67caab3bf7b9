package callcentre.domain.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The stable words of {@link SyncError#code} that are ours. Beside them stand the provider's own,
 * for example {@code invalid_client}.
 */
public enum SyncErrorCode {
  /** Our budget, or the provider's own limit, lets nothing more through for now. */
  RATE_BUDGET_EXHAUSTED,
  /** A variable or secret is missing or cannot be used. */
  MISSING_CONFIGURATION,
  /** A table, a secret or the queue could not be reached. */
  STORAGE_UNAVAILABLE,
  /** A row was changed by somebody else at every attempt. */
  STORAGE_CONFLICT,
  /** The queue did not take the job. */
  QUEUE_UNAVAILABLE,
  /** The worker's time ended first. */
  OUT_OF_TIME,
  /** The worker ended without a result. */
  WORKER_VANISHED,
  /** The provider refused or failed. */
  MIGHTYCALL_ERROR,
  /** The provider did not answer in time. */
  MIGHTYCALL_TIMEOUT,
  /** The provider refused the credentials without a word of its own. */
  MIGHTYCALL_REFUSED_CREDENTIALS,
  /** The provider's list is not whole. */
  INCOMPLETE_ANSWER,
  /** The provider lists nothing although rows are stored, and did so for the first time. */
  UNCONFIRMED_EMPTY_LIST,
  /** A mistake of ours. */
  INTERNAL_ERROR;

  /** The word in jobs, answers and logs, for example {@code out_of_time}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty when the word is the provider's own. */
  public static Optional<SyncErrorCode> of(SyncError error) {
    return Arrays.stream(values()).filter(code -> code.wireName().equals(error.code())).findFirst();
  }

  /** An error of this code. */
  public SyncError error(String message, boolean retryable) {
    return new SyncError(wireName(), message, retryable);
  }
}
