package callcentre.storage.leases;

import java.time.Instant;
import java.util.Optional;

/**
 * A lease item as it is stored.
 *
 * @param holder who holds it, if its time is not up; empty when nobody does
 * @param fence grows with every acquisition, 0 before the first
 * @param currentVersionId the newest result that a holder published, for example a secret's version
 * @param cooldown until when nobody should try again, because of what the last holder met
 */
public record LeaseState(
    Optional<Holder> holder,
    long fence,
    Optional<String> currentVersionId,
    Optional<Cooldown> cooldown) {

  /** The item before anybody acquired it. */
  public static final LeaseState NEW =
      new LeaseState(Optional.empty(), 0, Optional.empty(), Optional.empty());

  /**
   * Who holds a lease.
   *
   * @param expires when it is up for others, whether the holder knows it or not
   */
  public record Holder(String owner, Instant expires) {}

  /**
   * A time in which another try is pointless.
   *
   * @param subject for what it holds, for example a fingerprint of the refused credentials: with
   *     others one may try at once
   */
  public record Cooldown(String subject, Instant until) {}

  /** Whether trying with this subject is pointless now. */
  public boolean isCoolingDown(String subject, Instant now) {
    return cooldown
        .filter(cooling -> cooling.subject().equals(subject) && cooling.until().isAfter(now))
        .isPresent();
  }
}
