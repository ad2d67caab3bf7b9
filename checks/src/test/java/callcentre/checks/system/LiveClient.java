package callcentre.checks.system;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A page of the dashboard on the live channel; it keeps all that it is told. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

  private final List<JsonNode> told = new CopyOnWriteArrayList<>();
  private final StringBuilder parts = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final String ticket;

  private LiveClient(URI address, String ticket) {
    this.ticket = ticket;
    this.socket =
        http.newWebSocketBuilder().subprotocols("mightycall.v1").buildAsync(address, this).join();
  }

  /** Connects as the demo's person of a role. */
  static LiveClient of(Dashboard dashboard, String role) {
    Waiting.until(
        "tickets are given", () -> dashboard.post(role, "/api/live/ticket").status() == 200);
    String url = dashboard.get(role, "/api/config").body().path("ws_url").asText();
    String ticket = dashboard.post(role, "/api/live/ticket").body().path("ticket").asText();
    String query = URLEncoder.encode(ticket, StandardCharsets.UTF_8);
    return new LiveClient(URI.create(url + "?ticket=" + query), ticket);
  }

  /** What this connection was opened with. */
  String ticket() {
    return ticket;
  }

  void say(String json) {
    socket.sendText(json, true).join();
  }

  /** Everything so far. */
  List<JsonNode> told() {
    return List.copyOf(told);
  }

  /** Waits until something of a kind has been told. */
  void await(String what, Predicate<JsonNode> wanted) {
    Waiting.until(what, () -> told.stream().anyMatch(wanted));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      told.add(parse(parts.toString()));
      parts.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private static JsonNode parse(String text) {
    try {
      return Repository.JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.close();
  }
}
