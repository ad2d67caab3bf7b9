package callcentre.runner.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The server side of Lambda's Runtime API (AWS: "Using the Lambda runtime API"), version
 * 2018-06-01. One server serves every process: each has a path prefix of its own, so that an answer
 * can only come from the process that got the event.
 */
public final class RuntimeApi implements AutoCloseable {

  private static final String VERSION = "/2018-06-01/runtime/";

  /**
   * Lambda's limit of a synchronous answer: 6 MB, with the little it allows above (AWS: quotas).
   */
  static final int ANSWER_LIMIT_BYTES = 6_291_556;

  private final HttpServer server;
  private final Map<String, RuntimeChannel> channels = new ConcurrentHashMap<>();

  public RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** The value of AWS_LAMBDA_RUNTIME_API for the process that this channel feeds. */
  String register(RuntimeChannel channel) {
    channels.put(channel.id(), channel);
    return "127.0.0.1:" + server.getAddress().getPort() + "/" + channel.id();
  }

  void unregister(RuntimeChannel channel) {
    channels.remove(channel.id());
    channel.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      int prefixEnd = path.indexOf(VERSION);
      RuntimeChannel channel = prefixEnd < 1 ? null : channels.get(path.substring(1, prefixEnd));
      if (channel == null) {
        // A process that outlived its channel ends when its next request is refused.
        answer(exchange, 403, "{\"errorMessage\":\"unknown process\"}");
        return;
      }
      serve(exchange, channel, path.substring(prefixEnd + VERSION.length()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(HttpExchange exchange, RuntimeChannel channel, String call)
      throws IOException, InterruptedException {
    String[] parts = call.split("/");
    if (call.equals("invocation/next")) {
      next(exchange, channel);
    } else if (call.equals("init/error")) {
      channel.initFailed(exchange.getRequestBody().readAllBytes());
      answer(exchange, 202, "");
    } else if (parts.length == 3 && parts[0].equals("invocation") && parts[2].equals("response")) {
      byte[] body = exchange.getRequestBody().readNBytes(ANSWER_LIMIT_BYTES + 1);
      boolean fits = body.length <= ANSWER_LIMIT_BYTES;
      channel.finish(
          parts[1],
          fits
              ? new Outcome.Answer(body)
              : new Outcome.Failure(
                  "Function.ResponseSizeTooLarge",
                  "Response payload size exceeded maximum allowed payload size ("
                      + ANSWER_LIMIT_BYTES
                      + " bytes)."));
      answer(exchange, fits ? 202 : 413, "");
    } else if (parts.length == 3 && parts[0].equals("invocation") && parts[2].equals("error")) {
      channel.finish(parts[1], RuntimeErrors.read(exchange.getRequestBody().readAllBytes()));
      answer(exchange, 202, "");
    } else {
      answer(exchange, 404, "{\"errorMessage\":\"unknown call\"}");
    }
  }

  private static void next(HttpExchange exchange, RuntimeChannel channel)
      throws IOException, InterruptedException {
    Optional<Invocation> taken = channel.take();
    if (taken.isEmpty()) {
      answer(exchange, 410, "{\"errorMessage\":\"this process is no longer wanted\"}");
      return;
    }
    Invocation invocation = taken.get();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(channel.handOut(invocation)));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", channel.functionArn());
    // Without a content type the native client of version 2.9.0 crashes the JVM.
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, invocation.event().length);
    exchange.getResponseBody().write(invocation.event());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
