package callcentre.cloud.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that keeps what it is told. */
final class SocketClient implements WebSocket.Listener {

  /** How a connection ended. */
  record Close(int status, String reason) {}

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  final CompletableFuture<Close> closed = new CompletableFuture<>();

  static final String PROTOCOL = "mightycall.v1";

  /** Fails with what the server answered when the handshake was refused. */
  static SocketClient connect(HttpClient http, URI address) {
    SocketClient client = new SocketClient();
    client.socket = http.newWebSocketBuilder().subprotocols(PROTOCOL).buildAsync(address, client);
    client.socket.join();
    return client;
  }

  private CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  WebSocket socket() {
    return socket.join();
  }

  String next() throws InterruptedException {
    String text = texts.poll(20, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("Nothing came in 20 s");
    }
    return text;
  }

  Close close() throws Exception {
    return closed.get(20, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      texts.add(part.toString());
      part.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
    closed.complete(new Close(status, reason));
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }
}
