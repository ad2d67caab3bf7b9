package callcentre.benchmarks.live;

import callcentre.benchmarks.live.Ledger.Event;
import callcentre.benchmarks.live.Ledger.Posted;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Stands between MightyCall and the receiver: passes each webhook on unchanged and writes down when
 * it did so and when it was answered. What comes before, the simulator's own delays included, does
 * not count.
 */
final class Relay implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(29);
  private static final String ECHO = "Echo";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI receiver;
  private final Ledger ledger;
  private final InstantSource clock;
  private final HttpServer server;

  /**
   * @param receiver the webhook's address in the system
   */
  Relay(URI receiver, Ledger ledger, InstantSource clock) throws IOException {
    this.receiver = receiver;
    this.ledger = ledger;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** The address for the provider's panel. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Event> event = event(body);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(receiver)
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body));
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(ECHO))
          .ifPresent(echo -> request.header(ECHO, echo));
      HttpRequest built = request.build();
      Posted now = new Posted(System.nanoTime(), clock.instant());
      event.ifPresent(known -> ledger.posted(known, now));
      HttpResponse<Void> answer = http.send(built, BodyHandlers.discarding());
      if (answer.statusCode() / 100 == 2) {
        event.ifPresent(known -> ledger.answered(known, System.nanoTime()));
      }
      answer
          .headers()
          .firstValue(ECHO)
          .ifPresent(echo -> exchange.getResponseHeaders().set(ECHO, echo));
      exchange.sendResponseHeaders(answer.statusCode(), -1);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Event> event(byte[] body) throws IOException {
    if (body.length == 0) {
      return Optional.empty();
    }
    JsonNode json = JSON.readTree(body);
    return Stage.ofEvent(json.path("EventType").asText())
        .map(stage -> new Event(json.at("/Body/Id").asText(), stage));
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
  }
}
