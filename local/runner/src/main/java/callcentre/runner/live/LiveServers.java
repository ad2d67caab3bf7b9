package callcentre.runner.live;

import callcentre.cloud.websocket.EmbeddedWebSocketApi;
import callcentre.cloud.websocket.IntegrationException;
import callcentre.cloud.websocket.Limits;
import callcentre.cloud.websocket.RouteIntegration;
import callcentre.cloud.websocket.RouteKey;
import callcentre.cloud.websocket.WebSocketApi;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The WebSocket APIs of the template, each on a port of its own. The ports are known before
 * anything starts, because functions have the addresses among their variables.
 */
public final class LiveServers implements AutoCloseable {

  private final Map<LiveDefinition, Integer> ports = new LinkedHashMap<>();
  private final List<EmbeddedWebSocketApi> servers = new ArrayList<>();

  /**
   * @param ports one for each API
   */
  public LiveServers(Map<LiveDefinition, Integer> ports) {
    this.ports.putAll(ports);
  }

  /** Address by logical id: {@code ws://localhost:port/stage}. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new LinkedHashMap<>();
    ports.forEach(
        (api, port) -> addresses.put(api.logicalId(), "ws://" + host(port) + "/" + api.stage()));
    return addresses;
  }

  /** The same function with this machine's addresses where it would have those at AWS. */
  public FunctionSpec withAddresses(FunctionSpec spec) {
    Map<String, String> changed = new HashMap<>();
    spec.environment().forEach((name, value) -> changed.put(name, local(value)));
    return spec.withVariables(changed);
  }

  private String local(String value) {
    String changed = value;
    for (Map.Entry<LiveDefinition, Integer> each : ports.entrySet()) {
      String host = LiveDefinition.host(each.getKey().logicalId());
      changed =
          changed
              .replace("wss://" + host, "ws://" + host(each.getValue()))
              .replace("https://" + host, "http://" + host(each.getValue()));
    }
    return changed;
  }

  private static String host(int port) {
    return "localhost:" + port;
  }

  /** Lets clients connect. */
  public void start(Invoker functions) {
    ports.forEach(
        (api, port) -> servers.add(EmbeddedWebSocketApi.start(api(api, functions), port)));
  }

  private static WebSocketApi api(LiveDefinition definition, Invoker functions) {
    Map<RouteKey, RouteIntegration> routes = new EnumMap<>(RouteKey.class);
    definition
        .functions()
        .forEach((route, function) -> routes.put(route, event -> call(functions, function, event)));
    return new WebSocketApi(definition.logicalId(), definition.stage(), routes, Limits.AWS);
  }

  private static byte[] call(Invoker functions, String function, byte[] event)
      throws IntegrationException {
    return switch (functions.invoke(function, event)) {
      case Outcome.Answer answer -> answer.payload();
      case Outcome.Failure failure ->
          throw new IntegrationException(
              function + " failed: " + failure.errorType() + ": " + failure.message());
      case Outcome.Throttled _ ->
          throw new IntegrationException(function + " has no concurrency left");
    };
  }

  /** Ends all connections. */
  @Override
  public void close() {
    servers.forEach(EmbeddedWebSocketApi::close);
  }
}
