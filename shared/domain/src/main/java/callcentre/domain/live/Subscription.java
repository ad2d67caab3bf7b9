package callcentre.domain.live;

import java.time.Instant;
import java.util.Optional;

/**
 * One connection's ear at one topic.
 *
 * @param until the connection's end
 * @param since rows that started before are not told; empty for all
 */
public record Subscription(
    Topic topic, ConnectionId connection, Instant until, Optional<Instant> since) {

  /** Whether a row is told to it. */
  public boolean hears(RowChange row) {
    return since.isEmpty() || !row.startedAt().isBefore(since.get());
  }

  public boolean hasEnded(Instant now) {
    return !until.isAfter(now);
  }
}
