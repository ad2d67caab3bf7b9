package callcentre.simulator;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that keeps what it is sent. */
final class WebhookReceiverStub implements AutoCloseable {

  /** How long anything may take on a busy machine. */
  private static final int PATIENCE_SECONDS = 60;

  private static final ObjectMapper LENIENT =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  /** What came: the body as it was sent, and its text in JSON. */
  record Received(String path, String body, JsonNode json) {

    String type() {
      return json.path("EventType").asText();
    }

    /** Type and extension, as reference 4.5 writes them. */
    String told() {
      JsonNode extension = json.path("Body").path("Extension");
      String in =
          extension.isMissingNode()
              ? ""
              : extension.isNull() ? "(null)" : "(" + extension.asText() + ")";
      return type() + in;
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile boolean echoes;

  WebhookReceiverStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answer(int newStatus) {
    status = newStatus;
  }

  void echo() {
    echoes = true;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(new Received(exchange.getRequestURI().getPath(), body, LENIENT.readTree(body)));
      String echo = exchange.getRequestHeaders().getFirst("Echo");
      if (echoes && echo != null) {
        exchange.getResponseHeaders().add("Echo", echo);
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** The next so many requests, waited for. */
  List<Received> next(int count) {
    List<Received> all = new ArrayList<>();
    while (all.size() < count) {
      all.add(next());
    }
    return all;
  }

  Received next() {
    try {
      Received one = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (one == null) {
        throw new IllegalStateException("Nothing more was sent");
      }
      return one;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** What came and was not asked for yet. */
  List<Received> rest() {
    List<Received> all = new ArrayList<>();
    received.drainTo(all);
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
