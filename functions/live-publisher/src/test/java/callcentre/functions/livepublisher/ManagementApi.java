package callcentre.functions.livepublisher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * API Gateway's side of connections as a backend meets it over HTTP: POST and DELETE of {@code
 * @connections/{id}}, with 410 for those that are gone.
 */
final class ManagementApi implements AutoCloseable {

  private static final String PATH = "/live/@connections/";

  private final HttpServer server;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, List<String>> received = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final Set<String> stuck = ConcurrentHashMap.newKeySet();
  private final Set<String> closed = ConcurrentHashMap.newKeySet();

  ManagementApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/live";
  }

  /** What a connection was sent, in order. */
  List<String> received(String connection) {
    return List.copyOf(received.getOrDefault(connection, List.of()));
  }

  void gone(String connection) {
    gone.add(connection);
  }

  /** Every message to this one is left without an answer. */
  void stuck(String connection) {
    stuck.add(connection);
  }

  /** The next messages to this one are answered with 500. */
  void refuse(String connection, int messages) {
    refusals.put(connection, messages);
  }

  Set<String> closed() {
    return Set.copyOf(closed);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String connection = exchange.getRequestURI().getPath().substring(PATH.length());
      String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status(exchange.getRequestMethod(), connection, text), -1);
    }
  }

  private int status(String method, String connection, String text) {
    if (method.equals("DELETE")) {
      closed.add(connection);
      return 204;
    }
    if (gone.contains(connection)) {
      return 410;
    }
    if (stuck.contains(connection)) {
      await();
      return 500;
    }
    if (refusals.merge(connection, -1, Integer::sum) >= 0) {
      return 500;
    }
    received.computeIfAbsent(connection, first -> new CopyOnWriteArrayList<>()).add(text);
    return 200;
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
