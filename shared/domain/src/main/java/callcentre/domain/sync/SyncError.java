package callcentre.domain.sync;

/**
 * Why a dataset's run failed.
 *
 * @param code a stable word, for example the provider's {@code invalid_client}
 * @param message what happened, what was kept and what to do
 * @param retryable whether the next run may succeed without a person's help
 */
public record SyncError(String code, String message, boolean retryable) {}
