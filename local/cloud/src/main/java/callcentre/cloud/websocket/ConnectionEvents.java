package callcentre.cloud.websocket;

import java.time.Instant;

/** What a connection tells its API. */
interface ConnectionEvents {

  Instant now();

  /** Before the client is told so: who sees its handshake answered can be posted to. */
  void accepted(Connection connection);

  void opened(Connection connection);

  void message(Connection connection, String text);

  void closed(Connection connection, int status, String reason);
}
