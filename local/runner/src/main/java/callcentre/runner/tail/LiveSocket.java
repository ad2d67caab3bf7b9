package callcentre.runner.tail;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** One connection: whole messages out of frames, and how it ended. */
final class LiveSocket implements WebSocket.Listener {

  private final BiConsumer<WebSocket, String> messages;
  private final StringBuilder parts = new StringBuilder();
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  LiveSocket(BiConsumer<WebSocket, String> messages) {
    this.messages = messages;
  }

  /** Completes with why there is no connection any more. */
  CompletableFuture<String> ended() {
    return ended;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    parts.append(data);
    if (last) {
      String message = parts.toString();
      parts.setLength(0);
      messages.accept(socket, message);
    }
    socket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    ended.complete("closed with " + status + (reason.isEmpty() ? "" : " " + reason));
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ended.complete("broke: " + error);
  }
}
