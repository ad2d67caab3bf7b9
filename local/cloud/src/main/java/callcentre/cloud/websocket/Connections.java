package callcentre.cloud.websocket;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that are open now. */
final class Connections {

  private final Map<String, Connection> open = new ConcurrentHashMap<>();

  void add(Connection connection) {
    open.put(connection.id(), connection);
  }

  void remove(Connection connection) {
    open.remove(connection.id());
  }

  Optional<Connection> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  Set<String> ids() {
    return Set.copyOf(open.keySet());
  }
}
