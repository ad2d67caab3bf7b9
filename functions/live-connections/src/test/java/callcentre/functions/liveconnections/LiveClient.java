package callcentre.functions.liveconnections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A dashboard at the other end of a connection. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;

  private LiveClient(URI address, String... protocols) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    if (protocols.length > 0) {
      builder.subprotocols(protocols[0]);
    }
    this.socket = builder.buildAsync(address, this).join();
  }

  /** A connection that was let in. */
  static LiveClient connect(URI address) {
    return new LiveClient(address, "mightycall.v1");
  }

  /** The status with which a connection was refused. */
  static int refused(URI address, String... protocols) {
    try (LiveClient client = new LiveClient(address, protocols)) {
      throw new AssertionError("the connection was let in: " + client.socket.getSubprotocol());
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw failed;
    }
  }

  String protocol() {
    return socket.getSubprotocol();
  }

  LiveClient say(String message) {
    socket.sendText(message, true).join();
    return this;
  }

  /** The next message; waits for it. */
  JsonNode next() {
    try {
      JsonNode message = received.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message came");
      }
      return message;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** The next messages; waits for so many. */
  List<JsonNode> next(int count) {
    return IntStream.range(0, count).mapToObj(index -> next()).toList();
  }

  /** Everything up to the first message of a type, which is the last of them. */
  List<JsonNode> until(String type) {
    List<JsonNode> messages = new ArrayList<>();
    do {
      messages.add(next());
    } while (!type(messages.getLast()).equals(type));
    return messages;
  }

  /**
   * What came before the answer of a ping that is sent now. API Gateway hands each message on by
   * itself, so an answer to an earlier one may come later.
   */
  List<JsonNode> untilPong() {
    say("{\"type\":\"ping\"}");
    List<JsonNode> messages = until("pong");
    return messages.subList(0, messages.size() - 1);
  }

  /** The code with which the other side closed. */
  int closeCode() {
    return closed.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** The first answer to a subscription. */
  JsonNode subscribe(String topic) {
    return say("{\"type\":\"subscribe\",\"topics\":[\"" + topic + "\"]}").next();
  }

  static String resume(String topic, long seq) {
    return "{\"type\":\"resume\",\"topic\":\"" + topic + "\",\"seq\":" + seq + "}";
  }

  static String type(JsonNode message) {
    return message.path("type").asText();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try {
        received.add(JSON.readTree(part.toString()));
      } catch (JsonProcessingException malformed) {
        closed.completeExceptionally(malformed);
      }
      part.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
