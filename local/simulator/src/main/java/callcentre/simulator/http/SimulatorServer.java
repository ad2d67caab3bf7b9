package callcentre.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Serves requests over HTTP on the loopback address, one virtual thread each. */
public final class SimulatorServer implements AutoCloseable {

  private static final System.Logger LOGGER = System.getLogger(SimulatorServer.class.getName());

  static {
    // Head and body of an answer are two writes: with Nagle's algorithm the second one waits for
    // the client's delayed acknowledgement, some 40 ms. The JDK reads this once, at its first use.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Function<Request, Outcome> handler;

  private SimulatorServer(
      HttpServer server, ExecutorService threads, Function<Request, Outcome> handler) {
    this.server = server;
    this.threads = threads;
    this.handler = handler;
  }

  /**
   * Starts to serve.
   *
   * @param port 1 to 65535, or 0 for any free port
   * @throws UncheckedIOException when the port is taken; the message names it
   */
  public static SimulatorServer start(int port, Function<Request, Outcome> handler) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer server = HttpServer.create(address, 1_024);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      SimulatorServer simulator = new SimulatorServer(server, threads, handler);
      server.createContext("/", simulator::exchange);
      server.setExecutor(threads);
      server.start();
      return simulator;
    } catch (BindException e) {
      throw new UncheckedIOException(
          "The simulator could not listen on port " + port + ": it is taken. Choose another.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator could not start on port " + port, e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once; requests under way lose their connection. */
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = read(exchange);
      Outcome outcome;
      try {
        outcome = handler.apply(request);
      } catch (RuntimeException e) {
        LOGGER.log(Level.ERROR, "The simulator failed at " + request.method() + " " + exchange, e);
        outcome = failure(e);
      }
      switch (outcome) {
        case Answer answer -> send(exchange, answer);
        case ByteAnswer answer -> send(exchange, answer);
        case Outcome.Dropped() -> {
          // Closing an exchange that was not answered closes its connection.
        }
      }
    }
  }

  /** A fault of the simulator itself must never pass for one of the provider's: it says so. */
  private static Answer failure(RuntimeException e) {
    String text = "The simulator itself failed, please report it: " + e;
    return Answer.json(500, Json.object().put("message", text))
        .withHeader("X-Simulator-Failure", "true");
  }

  private Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
    }
    URI target = exchange.getRequestURI();
    String query = target.getRawQuery() == null ? "" : target.getRawQuery();
    String host = headers.getOrDefault("host", "localhost:" + port());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        "http://" + host + target.getRawPath() + (query.isEmpty() ? "" : "?" + query),
        target.getRawPath(),
        query,
        headers,
        body);
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    if (body.length == 0 || exchange.getRequestMethod().equalsIgnoreCase("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  private static void send(HttpExchange exchange, ByteAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    if (exchange.getRequestMethod().equalsIgnoreCase("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(answer.length()));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
    answer.body().writeTo(exchange.getResponseBody(), answer.sent());
    exchange.getResponseBody().flush();
  }
}
