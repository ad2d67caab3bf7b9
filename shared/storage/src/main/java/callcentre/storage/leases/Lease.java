package callcentre.storage.leases;

import java.time.Instant;

/**
 * A lease that somebody holds.
 *
 * @param fence higher than that of every earlier holder; whoever sees a higher one has lost it
 * @param state the item as it was when the lease was acquired
 */
public record Lease(String name, String owner, long fence, Instant expires, LeaseState state) {}
