package callcentre.client.error;

/** What kind of failure it is, which decides what a caller may do about it. */
public enum ErrorKind {
  /** The provider refused the credentials or the token made from them. */
  AUTH(false),
  /** The credentials are good, but their user or plan may not do this. */
  FORBIDDEN(false),
  /** There is no such record: 400 in the old families, 404 in the new ones (reference 2.2). */
  NOT_FOUND(false),
  /** The provider refused a parameter. */
  INVALID(false),
  /** The record changed meanwhile, intersects another one, or a store is full. */
  CONFLICT(false),
  /** One sender sends too fast; it says nothing of the account's limit (reference 2.6). */
  RATE_LIMITED(true),
  /** Our own budget has nothing left for this class; no request was made. */
  BUDGET_EXHAUSTED(true),
  /** The provider says that the account's limit is reached (reference 2.6). */
  PROVIDER_LIMIT(true),
  /** The provider cannot be reached or failed. */
  UNAVAILABLE(true),
  /** No answer in time; a write may or may not have been done. */
  TIMEOUT(true),
  /** An answer that the reference does not know. */
  UNEXPECTED_ANSWER(false);

  private final boolean retryable;

  ErrorKind(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same request may succeed later without a person's help. */
  public boolean isRetryable() {
    return retryable;
  }
}
