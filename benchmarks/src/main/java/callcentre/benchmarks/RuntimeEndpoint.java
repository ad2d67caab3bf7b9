package callcentre.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * The server side of Lambda's Runtime API for one process and one event, with the times at which
 * the process restored and answered (AWS: "Using the Lambda runtime API").
 */
final class RuntimeEndpoint implements AutoCloseable {

  private static final String BASE = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final byte[] event;
  private final CompletableFuture<Long> restoredNanos = new CompletableFuture<>();
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean handedOut;

  /** The first answer and when it came. */
  record Answer(long atNanos, String body, boolean failed) {}

  RuntimeEndpoint(byte[] event) throws IOException {
    this.event = event;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(BASE, this::handle);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Completed when a SnapStart process has taken its checkpoint and is let go on. */
  CompletableFuture<Long> restored() {
    return restoredNanos;
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestURI().getPath().substring(BASE.length());
      if (call.equals("restore/next")) {
        restoredNanos.complete(System.nanoTime());
        send(exchange, 200, new byte[0]);
      } else if (call.equals("invocation/next")) {
        next(exchange);
      } else {
        long now = System.nanoTime();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer.complete(new Answer(now, body, !call.endsWith("/response")));
        send(exchange, 202, new byte[0]);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    if (handedOut) {
      closed.await();
      return;
    }
    handedOut = true;
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set(
        "Lambda-Runtime-Deadline-Ms", Long.toString(Instant.now().plusSeconds(60).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:benchmark");
    // Without a content type the native client of version 2.9.0 crashes the JVM.
    headers.set("Content-Type", "application/json");
    send(exchange, 200, event);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
