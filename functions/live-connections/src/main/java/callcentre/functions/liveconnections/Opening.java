package callcentre.functions.liveconnections;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveTicket;
import callcentre.domain.live.TicketText;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.LiveTicketRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a connection in for a ticket. Nothing is sent to it: API Gateway opens a connection only
 * after {@code $connect} was answered.
 */
final class Opening {

  /** The subprotocol of the contract; another version of the messages gets another name. */
  static final String PROTOCOL = "mightycall.v1";

  private final LiveTicketRepository tickets;
  private final LiveConnectionRepository connections;
  private final InstantSource clock;

  Opening(LiveTicketRepository tickets, LiveConnectionRepository connections, InstantSource clock) {
    this.tickets = tickets;
    this.connections = connections;
    this.clock = clock;
  }

  /** What became of it. */
  enum Result {
    OPENED,
    /** The client does not offer {@link #PROTOCOL}; its ticket is still good. */
    OTHER_PROTOCOL,
    /** The ticket is used, expired, unknown or missing. */
    NO_TICKET,
    /** The ticket was good, but the token that it was asked for with has expired. */
    RIGHTS_ENDED
  }

  /**
   * Lets a connection in: 2 requests, 1 when its ticket is refused, none when it cannot be one.
   *
   * @param protocols the header {@code Sec-WebSocket-Protocol}; empty when there is none
   * @param ticket the query parameter; empty when there is none
   */
  Result open(ConnectionId id, String protocols, String ticket) {
    boolean known =
        Arrays.stream(protocols.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
    if (!known) {
      return Result.OTHER_PROTOCOL;
    }
    Instant now = clock.instant();
    Optional<LiveTicket> given =
        TicketText.find(ticket).flatMap(text -> tickets.consume(text.hash(), now));
    if (given.isEmpty()) {
      return Result.NO_TICKET;
    }
    LiveConnection connection = LiveConnection.open(id, given.get(), now);
    if (connection.hasEnded(now)) {
      return Result.RIGHTS_ENDED;
    }
    connections.open(connection);
    return Result.OPENED;
  }
}
