package callcentre.cloud.websocket;

import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * A WebSocket API that runs: clients connect to {@link #address}, functions post to {@link
 * #managementEndpoint}, both on one loopback port as at AWS both have one host.
 */
public final class EmbeddedWebSocketApi implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final WebSocketApi api;
  private final Traffic traffic;
  private final Connections connections;
  private final Disturbances disturbances;

  private EmbeddedWebSocketApi(
      Server server,
      ServerConnector connector,
      WebSocketApi api,
      Traffic traffic,
      Connections connections,
      Disturbances disturbances) {
    this.server = server;
    this.connector = connector;
    this.api = api;
    this.traffic = traffic;
    this.connections = connections;
    this.disturbances = disturbances;
  }

  /**
   * @param port 0: any free one
   * @throws IllegalStateException if it cannot be had
   */
  public static EmbeddedWebSocketApi start(WebSocketApi api, int port) {
    InstantSource clock = InstantSource.system();
    Identifiers identifiers = new Identifiers(new SecureRandom());
    Connections connections = new Connections();
    Disturbances disturbances = new Disturbances();
    Traffic traffic =
        new Traffic(
            new Integrations(api.routes()),
            new GatewayEvents(api.apiId(), api.stage(), identifiers, clock),
            connections,
            api.limits(),
            clock);
    Server server = new Server(new VirtualThreadPool());
    ServerConnector connector = new ServerConnector(server);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    Upgrades upgrades = new Upgrades(traffic, identifiers, clock, api.limits());
    WebSocketUpgradeHandler handler =
        WebSocketUpgradeHandler.from(
            server,
            container -> {
              // It would split a client's long frames instead of refusing them.
              container.setAutoFragment(false);
              container.setMaxFrameSize(api.limits().frameBytes());
              container.setMaxTextMessageSize(api.limits().messageBytes());
              container.setMaxBinaryMessageSize(api.limits().messageBytes());
              container.setIdleTimeout(api.limits().idle());
              container.addMapping("/" + api.stage(), upgrades);
              container.addMapping("/" + api.stage() + "/", upgrades);
            });
    handler.setHandler(new ManagementHandler(api, connections, disturbances));
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception refused) {
      traffic.close();
      throw new IllegalStateException("The WebSocket API did not start on port " + port, refused);
    }
    return new EmbeddedWebSocketApi(server, connector, api, traffic, connections, disturbances);
  }

  /** Where clients connect: {@code ws://localhost:port/stage}. */
  public URI address() {
    return URI.create("ws://localhost:" + connector.getLocalPort() + "/" + api.stage());
  }

  /** What the management API's client takes as its endpoint. */
  public URI managementEndpoint() {
    return URI.create("http://localhost:" + connector.getLocalPort() + "/" + api.stage());
  }

  /** The ids of the connections that are open. */
  public Set<String> connections() {
    return connections.ids();
  }

  /** What can be made to go wrong. */
  public Disturbances disturbances() {
    return disturbances;
  }

  /** Ends every connection without telling the functions; messages that run are waited for. */
  @Override
  public void close() {
    traffic.close();
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("The WebSocket API did not stop", failure);
    }
  }
}
