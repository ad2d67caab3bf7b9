package callcentre.cloud.websocket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what connections tell to the integrations. Every message is an invocation of its own, and
 * two of one client may run at one time, as at AWS.
 */
final class Traffic implements ConnectionEvents, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
  private static final int GOING_AWAY = 1001;

  private final Integrations integrations;
  private final GatewayEvents events;
  private final Connections connections;
  private final Limits limits;
  private final InstantSource clock;
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService lifetimes =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Traffic(
      Integrations integrations,
      GatewayEvents events,
      Connections connections,
      Limits limits,
      InstantSource clock) {
    this.integrations = integrations;
    this.events = events;
    this.connections = connections;
    this.limits = limits;
    this.clock = clock;
  }

  ConnectAnswer connect(Handshake handshake) {
    return switch (integrations.call(RouteKey.CONNECT, events.connect(handshake))) {
      case Integrations.Result.Answered answered -> ConnectAnswer.of(answered.payload());
      case Integrations.Result.Failed _ -> ConnectAnswer.FAILED;
      case Integrations.Result.Absent _ -> ConnectAnswer.ACCEPTED;
    };
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void accepted(Connection connection) {
    connections.add(connection);
  }

  @Override
  public void opened(Connection connection) {
    try {
      var _ =
          lifetimes.schedule(
              () -> connection.close(GOING_AWAY, "Going away"),
              limits.lifetime().toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      connection.close(GOING_AWAY, "Going away");
    }
  }

  @Override
  public void message(Connection connection, String text) {
    run(() -> deliver(connection, text));
  }

  @Override
  public void closed(Connection connection, int status, String reason) {
    connections.remove(connection);
    run(
        () ->
            integrations.call(
                RouteKey.DISCONNECT, events.disconnect(connection.handshake(), status, reason)));
  }

  private void deliver(Connection connection, String text) {
    switch (integrations.call(RouteKey.DEFAULT, events.message(connection.handshake(), text))) {
      case Integrations.Result.Answered _ -> {
        // Without a route response the client is told nothing.
      }
      case Integrations.Result.Failed _ -> complain(connection, "Internal server error");
      case Integrations.Result.Absent _ -> complain(connection, "Forbidden");
    }
  }

  private void complain(Connection connection, String message) {
    try {
      connection.post(events.complaint(connection.id(), message));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Runnable task) {
    try {
      invocations.execute(task);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("Not told to a function, because the API is closing");
    }
  }

  @Override
  public void close() {
    lifetimes.shutdownNow();
    invocations.shutdown();
    try {
      if (!invocations.awaitTermination(limits.delivery().toMillis(), TimeUnit.MILLISECONDS)) {
        invocations.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      invocations.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
