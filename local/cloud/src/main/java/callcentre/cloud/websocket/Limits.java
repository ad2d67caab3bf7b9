package callcentre.cloud.websocket;

import java.time.Duration;

/**
 * What a WebSocket API bears (AWS: "Quotas for configuring and running a WebSocket API").
 *
 * @param frameBytes longest frame of a client; a longer one ends the connection with 1009
 * @param messageBytes longest message of a client, and of a function; a client's longer one ends
 *     the connection with 1009, a function's is answered with 413
 * @param idle after which a connection without a frame in either direction is closed with 1001
 * @param lifetime after which any connection is closed with 1001
 * @param delivery how long a client may take to read one message before it is dropped; AWS names no
 *     number
 */
public record Limits(
    int frameBytes, int messageBytes, Duration idle, Duration lifetime, Duration delivery) {

  /** AWS's own. */
  public static final Limits AWS =
      new Limits(
          32 * 1024,
          128 * 1024,
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofSeconds(10));

  /** The same with another idle time. */
  public Limits withIdle(Duration other) {
    return new Limits(frameBytes, messageBytes, other, lifetime, delivery);
  }

  /** The same with another lifetime. */
  public Limits withLifetime(Duration other) {
    return new Limits(frameBytes, messageBytes, idle, other, delivery);
  }
}
