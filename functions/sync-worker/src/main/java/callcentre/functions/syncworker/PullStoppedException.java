package callcentre.functions.syncworker;

import callcentre.domain.sync.SyncError;
import callcentre.domain.sync.SyncErrorCode;

/** A pull that cannot be completed although the provider answered. */
final class PullStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SyncError error;

  PullStoppedException(SyncError error) {
    super(error.code() + ": " + error.message());
    this.error = error;
  }

  static PullStoppedException outOfTime() {
    return new PullStoppedException(
        SyncErrorCode.OUT_OF_TIME.error(
            "The worker's time was over before everything was asked. What was read is stored,"
                + " nothing was removed; the next sync goes on with the rest.",
            true));
  }

  SyncError error() {
    return error;
  }
}
