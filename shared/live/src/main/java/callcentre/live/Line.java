package callcentre.live;

import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.ServerMessage;
import callcentre.storage.live.LiveConnectionRepository;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to one connection at a time, and forgets those that are gone. */
public final class Line {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  private final Gateway gateway;
  private final LiveConnectionRepository connections;

  public Line(Gateway gateway, LiveConnectionRepository connections) {
    this.gateway = gateway;
    this.connections = connections;
  }

  /**
   * Sends messages in their order. When one does not arrive, the connection is ended: half an
   * answer would leave the client waiting, while a new connection asks again.
   *
   * @return whether all arrived; else the connection is forgotten
   */
  public boolean tell(ConnectionId id, List<? extends ServerMessage> messages) {
    for (ServerMessage message : messages) {
      switch (gateway.post(id, ServerMessages.write(message))) {
        case Delivery.Delivered delivered -> {}
        case Delivery.Gone gone -> {
          connections.forget(id);
          return false;
        }
        case Delivery.Failed failed -> {
          LOG.atWarn()
              .addKeyValue("connection_id", id.value())
              .addKeyValue("live", "post_failed")
              .log("live: a message did not arrive: {}; the connection is ended", failed.reason());
          cut(id);
          connections.forget(id);
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Says farewell to a connection whose time is up, ends it and forgets it. What of it fails at API
   * Gateway is only logged: API Gateway ends the connection by itself later, and forgotten it hears
   * nothing any more.
   */
  public void end(LiveConnection connection) {
    if (tell(connection.id(), List.of(new ServerMessage.Bye(connection.endReason())))) {
      cut(connection.id());
      connections.forget(connection.id());
    }
  }

  /** Ends a connection at API Gateway; one that is gone already counts as ended. */
  public void cut(ConnectionId id) {
    if (gateway.close(id) instanceof Delivery.Failed failed) {
      LOG.atWarn()
          .addKeyValue("connection_id", id.value())
          .addKeyValue("live", "close_failed")
          .log("live: a connection was not closed: {}; it hears nothing more", failed.reason());
    }
  }
}
