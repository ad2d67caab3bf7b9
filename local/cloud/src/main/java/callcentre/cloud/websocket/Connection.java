package callcentre.cloud.websocket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client, from the end of its handshake. Public, because Jetty calls it by reflection. */
public final class Connection implements Session.Listener.AutoDemanding {

  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** A kind of data that cannot be accepted (RFC 6455, 7.4.1). */
  private static final int NOT_ACCEPTED = 1003;

  /** The client sent a close frame without status (RFC 6455, 7.4.1). */
  private static final int NO_STATUS = 1005;

  private final Handshake handshake;
  private final ConnectionEvents events;
  private final int frameBytes;
  private final Duration patience;

  /** One message's frames after the other's. */
  private final ReentrantLock order = new ReentrantLock(true);

  private final CompletableFuture<Session> session = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Instant lastActive;

  Connection(Handshake handshake, ConnectionEvents events, Limits limits) {
    this.handshake = handshake;
    this.events = events;
    this.frameBytes = limits.frameBytes();
    this.patience = limits.delivery();
    this.lastActive = handshake.at();
  }

  String id() {
    return handshake.connectionId();
  }

  Handshake handshake() {
    return handshake;
  }

  Instant lastActive() {
    return lastActive;
  }

  /**
   * @return whether the client took it; one that does not read is dropped
   */
  boolean post(String text) throws InterruptedException {
    order.lock();
    try {
      Session open = within(session);
      List<String> parts = Frames.of(text, frameBytes);
      for (int part = 0; part < parts.size(); part++) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Callback callback = Callback.from(() -> sent.complete(null), sent::completeExceptionally);
        open.sendPartialText(parts.get(part), part == parts.size() - 1, callback);
        within(sent);
      }
      lastActive = events.now();
      return true;
    } catch (TimeoutException tooSlow) {
      var _ = session.thenAccept(Session::disconnect);
      return false;
    } catch (ExecutionException closedMeanwhile) {
      return false;
    } finally {
      order.unlock();
    }
  }

  private <T> T within(CompletableFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  void close(int status, String reason) {
    var _ = session.thenAccept(open -> open.close(status, reason, Callback.NOOP));
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session.complete(opened);
    events.opened(this);
  }

  /** Jetty ends the connection itself and tells {@link #onWebSocketClose} with which status. */
  @Override
  public void onWebSocketError(Throwable cause) {
    LOG.atDebug().setCause(cause).log("The connection {} breaks", id());
  }

  @Override
  public void onWebSocketText(String text) {
    lastActive = events.now();
    events.message(this, text);
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    close(NOT_ACCEPTED, "Binary frames are not supported");
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    callback.succeed();
    if (closed.compareAndSet(false, true)) {
      events.closed(this, status, reasonOf(status, reason));
    }
  }

  private static String reasonOf(int status, String reason) {
    if (reason != null && !reason.isBlank()) {
      return reason;
    }
    return status == NO_STATUS ? "Client-side close frame status not set" : "";
  }
}
