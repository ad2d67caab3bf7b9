package callcentre.simulator.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to hand an event to a URL; there is no second one (reference 4.2, D).
 *
 * @param at when it was answered or failed, on the simulator's clock
 * @param urlId which of the registered URLs
 * @param timestamp the event's own time
 * @param status of the answer, or null when there was none
 * @param failure why there was none, or null
 */
public record Delivery(
    Instant at,
    String urlId,
    String type,
    String callId,
    @Nullable String extension,
    Instant timestamp,
    @Nullable Integer status,
    @Nullable String failure) {

  /** Whether the receiver took it. */
  public boolean taken() {
    return status != null && status >= 200 && status < 300;
  }

  Delivery withStatus(int answered) {
    return new Delivery(at, urlId, type, callId, extension, timestamp, answered, failure);
  }

  Delivery withFailure(String reason) {
    return new Delivery(at, urlId, type, callId, extension, timestamp, status, reason);
  }
}
