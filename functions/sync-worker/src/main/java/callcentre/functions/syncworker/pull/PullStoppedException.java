package callcentre.functions.syncworker.pull;

import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;

/** A pull that cannot be completed although the provider answered. */
public final class PullStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SyncError error;

  public PullStoppedException(SyncError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  /** For a pull whose worker must end. */
  public static PullStoppedException outOfTime() {
    return new PullStoppedException(
        SyncErrorCode.OUT_OF_TIME.error(
            "The worker's time was over before everything was asked. What was read is stored,"
                + " nothing was removed; the next sync goes on with the rest.",
            true));
  }

  /** Why, in words for an operator. */
  public SyncError error() {
    return error;
  }
}
