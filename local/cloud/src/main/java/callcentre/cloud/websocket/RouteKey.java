package callcentre.cloud.websocket;

/** The predefined routes; custom ones are not served: every message goes to {@link #DEFAULT}. */
public enum RouteKey {
  /** Before the handshake is answered: its integration decides whether there is a connection. */
  CONNECT("$connect", "CONNECT"),
  /** After a connection ended, best effort. */
  DISCONNECT("$disconnect", "DISCONNECT"),
  /** A message of a client. */
  DEFAULT("$default", "MESSAGE");

  private final String key;
  private final String eventType;

  RouteKey(String key, String eventType) {
    this.key = key;
    this.eventType = eventType;
  }

  /** As the template and the event write it. */
  public String key() {
    return key;
  }

  String eventType() {
    return eventType;
  }
}
