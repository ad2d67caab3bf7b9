package callcentre.client.audio;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.CallContext;
import callcentre.client.Deadline;
import callcentre.client.error.MightyCallException;
import callcentre.client.http.ProviderHost;
import callcentre.domain.budget.RequestClass;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A host of recordings on this machine, and the client that asks it. */
final class RecordingHost implements AutoCloseable {

  static final byte[] SOUND = "RIFF....WAVEfmt sound".getBytes(StandardCharsets.US_ASCII);

  private final AtomicReference<@Nullable HttpExchange> last = new AtomicReference<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final AudioApi audio;

  RecordingHost() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    ProviderHost host = ProviderHost.find(base()).orElseThrow();
    audio = new AudioApi(() -> host, InstantSource.system());
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  AudioApi audio() {
    return audio;
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The newest request that arrived. */
  Optional<HttpExchange> last() {
    return Optional.ofNullable(last.get());
  }

  void serve(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          last.set(exchange);
          handler.handle(exchange);
        });
  }

  void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  MightyCallException failure(String link, CallContext context) {
    return catchThrowableOfType(
        MightyCallException.class, () -> audio.open(link, Optional.empty(), context));
  }

  static CallContext soon() {
    return within(Duration.ofSeconds(30));
  }

  static CallContext within(Duration time) {
    return new CallContext(RequestClass.INTERACTIVE, Deadline.in(time, InstantSource.system()));
  }

  static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    answer(exchange, 302, "text/html", new byte[0]);
  }

  static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
