package callcentre.domain.presence;

import java.time.Instant;
import java.util.Comparator;

/**
 * What a colleague's status was.
 *
 * @param observedAt when our request for it, or our change of it, began
 * @param source {@link PresenceSource#PROFILE} or {@link PresenceSource#DASHBOARD}
 */
public record StatusFact(Instant observedAt, ProfileStatus status, PresenceSource source)
    implements Comparable<StatusFact> {

  private static final Comparator<StatusFact> ORDER =
      Comparator.comparing(StatusFact::observedAt)
          .thenComparing(StatusFact::status)
          .thenComparing(StatusFact::source);

  @Override
  public int compareTo(StatusFact other) {
    return ORDER.compare(this, other);
  }
}
