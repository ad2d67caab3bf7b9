package callcentre.domain.live;

import java.time.Instant;
import java.util.Set;

/**
 * An open connection.
 *
 * @param ends when it is closed from this side at the latest
 * @param endReason what the client is told then
 * @param topics what it is subscribed to
 */
public record LiveConnection(
    ConnectionId id,
    LiveHolder holder,
    Instant connectedAt,
    Instant ends,
    ServerMessage.Bye.Reason endReason,
    Set<Topic> topics) {

  public LiveConnection {
    topics = Set.copyOf(topics);
  }

  /** A connection as it opens: it ends with the token, or with its own life if that is sooner. */
  public static LiveConnection open(ConnectionId id, LiveTicket ticket, Instant now) {
    Instant lifeEnds = now.plus(LiveLimits.CONNECTION_LIFE);
    boolean tokenFirst = ticket.rightsEnd().isBefore(lifeEnds);
    return new LiveConnection(
        id,
        ticket.holder(),
        now,
        tokenFirst ? ticket.rightsEnd() : lifeEnds,
        tokenFirst ? ServerMessage.Bye.Reason.TOKEN_EXPIRED : ServerMessage.Bye.Reason.LIFETIME,
        Set.of());
  }

  public boolean hasEnded(Instant now) {
    return !ends.isAfter(now);
  }
}
