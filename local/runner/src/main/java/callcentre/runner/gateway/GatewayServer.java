package callcentre.runner.gateway;

import callcentre.runner.process.WorkGate;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * The HTTP door of one or several REST APIs, on the loopback interface only. At AWS each API has an
 * address of its own; here they share one, and a path belongs to the API that declares it.
 */
public final class GatewayServer implements AutoCloseable {

  private static final int BODY_LIMIT_BYTES = 10 * 1024 * 1024;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

  private final HttpServer server;
  private final WorkGate gate = new WorkGate();
  private final List<RestApi> apis;
  private final InstantSource clock;

  /**
   * @param port 0: any free one
   * @throws java.net.BindException if the port is in use
   */
  public GatewayServer(int port, RestApi api, InstantSource clock) throws IOException {
    this(port, List.of(api), clock);
  }

  /**
   * @param port 0: any free one
   * @param apis at least one; the first also answers what none declares
   * @throws IllegalArgumentException if two of them declare one path
   * @throws java.net.BindException if the port is in use
   */
  public GatewayServer(int port, List<RestApi> apis, InstantSource clock) throws IOException {
    requireDifferentPaths(apis);
    this.apis = List.copyOf(apis);
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private static void requireDifferentPaths(List<RestApi> apis) {
    Map<PathPattern, RestApi> owners = new HashMap<>();
    for (RestApi api : apis) {
      for (PathPattern path : api.paths()) {
        if (owners.put(path, api) != null) {
          throw new IllegalArgumentException(
              "Two APIs of the template declare " + path + "; here they share one address");
        }
      }
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT_BYTES + 1);
      boolean fits = body.length <= BODY_LIMIT_BYTES;
      RestApi api = owner(exchange.getRequestURI().getRawPath());
      GatewayRequest request = read(exchange, api, fits ? body : new byte[0]);
      if (!gate.enter()) {
        send(exchange, request, api.failed(request));
        return;
      }
      try {
        send(exchange, request, fits ? answer(api, request) : api.tooLarge(request));
      } finally {
        gate.leave();
      }
    }
  }

  private RestApi owner(String path) {
    return apis.stream().filter(api -> api.declares(path)).findFirst().orElse(apis.getFirst());
  }

  private static HttpAnswer answer(RestApi api, GatewayRequest request) {
    try {
      return api.answer(request);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return api.failed(request);
    }
  }

  private GatewayRequest read(HttpExchange exchange, RestApi api, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    String query = exchange.getRequestURI().getRawQuery();
    return new GatewayRequest(
        UUID.randomUUID().toString(),
        clock.instant(),
        api.stage(),
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        body,
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        exchange.getProtocol());
  }

  private static void send(HttpExchange exchange, GatewayRequest request, HttpAnswer answer)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach((name, values) -> headers.put(name, new ArrayList<>(values)));
    headers.set("x-amzn-RequestId", request.requestId());
    headers.set("x-amz-apigw-id", request.requestId());
    boolean bodyless =
        exchange.getRequestMethod().equals("HEAD")
            || answer.status() == 204
            || answer.status() == 304
            || answer.body().length == 0;
    exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : answer.body().length);
    if (!bodyless) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  /** Takes no new request; lets running ones finish for a bounded time. */
  @Override
  public void close() throws InterruptedException {
    gate.close(STOP_PATIENCE);
    server.stop(0);
  }
}
