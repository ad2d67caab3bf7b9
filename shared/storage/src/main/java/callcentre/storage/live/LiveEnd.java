package callcentre.storage.live;

import callcentre.domain.live.ConnectionId;
import java.time.Instant;

/** When a connection is to be ended. */
public record LiveEnd(ConnectionId connection, Instant at) {}
