package callcentre.functions.livepublisher;

import callcentre.domain.live.ConnectionId;
import callcentre.live.Delivery;
import callcentre.live.Gateway;
import callcentre.live.Posting;
import callcentre.storage.live.LiveConnectionRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages to connections, and gives up those that cannot be reached. */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /**
   * When more than so many fail at once, it is not them: then they are left alone, for to close
   * them would bring them all back at once. Each asks again when it sees the gap.
   */
  private static final int FEW = 32;

  private final LiveConnectionRepository connections;
  private final Gateway gateway;
  private final Posting posting;

  Connections(LiveConnectionRepository connections, Gateway gateway) {
    this.connections = connections;
    this.gateway = gateway;
    this.posting = new Posting(gateway);
  }

  /**
   * What became of messages, counted in connections.
   *
   * @param gone they are forgotten
   * @param closed they could not be reached twice; they come back and ask for what they missed
   * @param failed they may have missed messages and stand
   */
  record Posted(int delivered, int gone, int closed, int failed) {}

  /** Sends each connection its messages in order. */
  Posted post(Map<ConnectionId, List<String>> messages) {
    Map<ConnectionId, Delivery> deliveries = new LinkedHashMap<>(posting.post(messages));
    Map<ConnectionId, List<String>> again = new LinkedHashMap<>();
    deliveries.forEach(
        (connection, delivery) -> {
          if (delivery instanceof Delivery.Failed) {
            again.put(connection, messages.getOrDefault(connection, List.of()));
          }
        });
    if (again.size() <= FEW) {
      // Whoever had some of them already ignores a count that it knows.
      deliveries.putAll(posting.post(again));
    }
    return settle(deliveries);
  }

  private Posted settle(Map<ConnectionId, Delivery> deliveries) {
    int delivered = 0;
    int gone = 0;
    Map<ConnectionId, String> unreached = new LinkedHashMap<>();
    for (Map.Entry<ConnectionId, Delivery> each : deliveries.entrySet()) {
      switch (each.getValue()) {
        case Delivery.Delivered _ -> delivered++;
        case Delivery.Gone _ -> {
          forget(each.getKey());
          gone++;
        }
        case Delivery.Failed(String reason) -> unreached.put(each.getKey(), reason);
      }
    }
    int closed = unreached.size() <= FEW ? close(unreached) : 0;
    tellOf(unreached, closed);
    return new Posted(delivered, gone, closed, unreached.size() - closed);
  }

  private void forget(ConnectionId connection) {
    try {
      connections.forget(connection);
    } catch (RuntimeException kept) {
      LOG.atWarn()
          .addKeyValue("connection", connection)
          .setCause(kept)
          .log("live: a connection that is gone could not be forgotten; the next delta tries");
    }
  }

  private int close(Map<ConnectionId, String> unreached) {
    int closed = 0;
    for (ConnectionId connection : unreached.keySet()) {
      switch (gateway.close(connection)) {
        case Delivery.Delivered _ -> closed++;
        case Delivery.Gone _ -> {
          forget(connection);
          closed++;
        }
        case Delivery.Failed _ -> {
          // Told below with the others.
        }
      }
    }
    return closed;
  }

  private static void tellOf(Map<ConnectionId, String> unreached, int closed) {
    if (unreached.isEmpty()) {
      return;
    }
    List<ConnectionId> some = new ArrayList<>(unreached.keySet());
    LOG.atWarn()
        .addKeyValue("live", "unreached")
        .addKeyValue("connections", unreached.size())
        .addKeyValue("closed", closed)
        .addKeyValue("connection", some.getFirst())
        .addKeyValue("reason", unreached.get(some.getFirst()))
        .log("live: connections could not be reached; their clients ask for what they missed");
  }
}
