package callcentre.checks.system;

import callcentre.checks.system.AwsRequest.Need;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Stands before a service and lets pass what the caller's role grants, as AWS would. The access key
 * names the calling function.
 */
final class Door implements AutoCloseable {

  private static final Set<String> NOT_PASSED_ON =
      Set.of("host", "connection", "content-length", "authorization", "expect", "upgrade");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI service;
  private final Grants grants;
  private final Queue<String> refusals;
  private final Set<String> down;
  private final Collection<Listener> listeners;

  /** Hears what functions ask. */
  interface Listener {

    /**
     * @param target as AWS calls the operation, for example {@code AmazonSQS.SendMessage}
     * @param body the request's
     */
    void hear(String target, String body);
  }

  Door(
      URI service,
      Grants grants,
      Queue<String> refusals,
      Set<String> down,
      Collection<Listener> listeners)
      throws IOException {
    this.service = service;
    this.grants = grants;
    this.refusals = refusals;
    this.down = down;
    this.listeners = listeners;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String credential = exchange.getRequestHeaders().getFirst("Authorization");
      String function = credential.replaceFirst(".*Credential=", "").replaceFirst("/.*", "");
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      listeners.forEach(
          listener -> listener.hear(target, new String(body, StandardCharsets.UTF_8)));
      boolean allowed = true;
      boolean fails = false;
      for (Need need : AwsRequest.read(target, body).needs()) {
        if (!grants.allows(function, need)) {
          refusals.add(function + " may not " + need.action() + " on " + need.resource());
          allowed = false;
        }
        fails |= down.contains(need.resource());
      }
      if (allowed && fails) {
        answer(exchange, 500, "{\"__type\":\"InternalServerError\",\"message\":\"down\"}");
      } else if (allowed) {
        pass(exchange, credential.replace("Credential=" + function, "Credential=local"), body);
      } else {
        answer(exchange, 400, "{\"__type\":\"AccessDeniedException\",\"message\":\"refused\"}");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass(HttpExchange exchange, String authorization, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Authorization", authorization);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":") && !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(
        response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
    exchange.getResponseBody().write(response.body());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
