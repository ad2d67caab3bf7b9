package callcentre.benchmarks.live;

import callcentre.benchmarks.live.Ledger.Arrival;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A connected client that writes down when it hears of calls. */
final class Listener implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SUBPROTOCOL = "mightycall.v1";

  private final Ledger ledger;
  private final StringBuilder parts = new StringBuilder();
  private final CompletableFuture<WebSocket> subscribed = new CompletableFuture<>();

  private Listener(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Connects and subscribes; back when the snapshot is there.
   *
   * @param token of whoever listens
   */
  static Listener connect(Http api, String token, String topic, Ledger ledger)
      throws IOException, InterruptedException {
    String address = api.get("/api/config").path("ws_url").asText();
    String ticket = api.post("/api/live/ticket", token).path("ticket").asText();
    String query = URLEncoder.encode(ticket, StandardCharsets.UTF_8);
    Listener listener = new Listener(ledger);
    WebSocket socket =
        api.client()
            .newWebSocketBuilder()
            .subprotocols(SUBPROTOCOL)
            .buildAsync(URI.create(address + "?ticket=" + query), listener)
            .join();
    socket.sendText("{\"type\":\"subscribe\",\"topics\":[\"" + topic + "\"]}", true).join();
    listener.subscribed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return listener;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      long now = System.nanoTime();
      String message = parts.toString();
      parts.setLength(0);
      take(socket, read(message), now);
    }
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(WebSocket socket, JsonNode message, long now) {
    switch (message.path("type").asText()) {
      case "call" -> {
        JsonNode row = message.path("data");
        Stage.ofStatus(row.path("status").asText())
            .ifPresent(
                stage ->
                    ledger.arrived(
                        this,
                        row.path("id").asText(),
                        stage,
                        new Arrival(now, Instant.parse(message.path("at").asText()))));
      }
      case "snapshot" -> {
        if (message.path("last").asBoolean()) {
          subscribed.complete(socket);
        }
      }
      case "error", "bye" ->
          subscribed.completeExceptionally(new IllegalStateException(message.toString()));
      default -> {
        // Rows of other types are part of the load.
      }
    }
  }

  private static JsonNode read(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("The server sent what is no JSON", malformed);
    }
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    subscribed.completeExceptionally(error);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    subscribed.completeExceptionally(
        new IllegalStateException("closed with " + status + " " + reason));
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {
    subscribed.join().abort();
  }
}
