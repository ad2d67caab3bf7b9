package callcentre.storage.leases;

/** What came of trying to acquire a lease. */
public sealed interface LeaseAttempt {

  /** It is the caller's now. */
  record Acquired(Lease lease) implements LeaseAttempt {}

  /**
   * It is somebody else's, or what it guards is not what the caller thought.
   *
   * @param state the item that refused
   */
  record Refused(LeaseState state) implements LeaseAttempt {}
}
