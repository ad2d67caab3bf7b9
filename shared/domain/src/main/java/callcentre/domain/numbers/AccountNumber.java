package callcentre.domain.numbers;

import callcentre.domain.phone.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A business number of the account as the system keeps it. Who owns it is not here: ownership has
 * intervals of its own ({@link callcentre.domain.ownership.NumberOwnership}) and no sync changes
 * it.
 *
 * @param joined what the provider listed last
 * @param labelOverride a label set by an administrator, which wins over the provider's
 * @param createdAt when a sync first saw the number
 * @param lastSyncedAt when a complete sync last listed the number with a change, or first listed
 *     it; the dataset's own {@code as_of} says when the account was last compared
 * @param removedAt when a complete listing no longer had it; the row is kept and marked
 */
public record AccountNumber(
    JoinedNumber joined,
    Optional<String> labelOverride,
    Instant createdAt,
    Instant lastSyncedAt,
    Optional<Instant> removedAt) {

  public PhoneNumber number() {
    return joined.number();
  }

  /** The label people see: the administrator's, else the provider's, else the number itself. */
  public String label() {
    return labelOverride.or(() -> joined.listed().label()).orElse(number().e164());
  }

  /** A number that a sync saw for the first time. */
  public static AccountNumber firstSeen(JoinedNumber joined, Instant seenAt) {
    return new AccountNumber(joined, Optional.empty(), seenAt, seenAt, Optional.empty());
  }

  /**
   * This number after a complete listing had it again.
   *
   * @return this very row when nothing changed, so that an unchanged row costs no write
   */
  public AccountNumber listedAgain(JoinedNumber now, Instant seenAt) {
    if (now.equals(joined) && removedAt.isEmpty()) {
      return this;
    }
    return new AccountNumber(now, labelOverride, createdAt, seenAt, Optional.empty());
  }

  /** This number after a complete listing no longer had it; the first such time is kept. */
  public AccountNumber missing(Instant missedAt) {
    return removedAt.isPresent()
        ? this
        : new AccountNumber(joined, labelOverride, createdAt, lastSyncedAt, Optional.of(missedAt));
  }

  /** This number with an administrator's label, or with the provider's again when empty. */
  public AccountNumber labelled(Optional<String> label) {
    return new AccountNumber(joined, label, createdAt, lastSyncedAt, removedAt);
  }
}
