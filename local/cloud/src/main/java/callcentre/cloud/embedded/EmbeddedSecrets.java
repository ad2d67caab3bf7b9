package callcentre.cloud.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Secrets Manager's JSON 1.1 protocol for the operations that this system uses: create, put, get,
 * describe, update, delete, list versions. Others are refused by name.
 */
public final class EmbeddedSecrets implements AutoCloseable {

  private static final String TARGET = "secretsmanager.";
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // Without it every answer on a kept connection waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SecretsOperations operations;

  private EmbeddedSecrets(HttpServer server, SecretsOperations operations) {
    this.server = server;
    this.operations = operations;
  }

  /** Starts one that forgets everything when it is closed. */
  public static EmbeddedSecrets inMemory() {
    return start(new SecretsFile(Optional.empty()));
  }

  /**
   * Starts one that keeps its secrets.
   *
   * @param file made when it is not there, readable by its owner only
   */
  public static EmbeddedSecrets in(Path file) {
    return start(new SecretsFile(Optional.of(file)));
  }

  private static EmbeddedSecrets start(SecretsFile file) {
    SecretStore store = new SecretStore(InstantSource.system(), file);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      EmbeddedSecrets secrets = new EmbeddedSecrets(server, new SecretsOperations(store));
      server.setExecutor(secrets.threads);
      server.createContext("/", secrets::handle);
      server.start();
      return secrets;
    } catch (IOException refused) {
      throw new UncheckedIOException("The Secrets Manager fake did not start", refused);
    }
  }

  /** Its base address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      int status = 200;
      ObjectNode answer;
      try {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        answer = operations.call(operation(exchange), request);
      } catch (SecretsError refused) {
        status = 400;
        answer = JSON.createObjectNode().put("__type", refused.type());
        answer.put("Message", refused.getMessage());
      }
      byte[] body = JSON.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String operation(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null || !target.startsWith(TARGET)) {
      throw new SecretsError("UnknownOperationException", "X-Amz-Target is " + target);
    }
    return target.substring(TARGET.length());
  }
}
