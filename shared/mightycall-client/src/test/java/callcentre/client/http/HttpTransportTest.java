package callcentre.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which requests share connections. */
class HttpTransportTest {

  private static final Duration TIME = Duration.ofSeconds(30);

  private final HttpTransport transport = new HttpTransport();

  /** The client's port of each request, in their order: one port is one connection. */
  private final List<Integer> ports = new CopyOnWriteArrayList<>();

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsShareAConnection() throws Exception {
    transport.sendRepeatable(request("GET"), TIME);
    transport.sendRepeatable(request("GET"), TIME);

    assertThat(ports).hasSize(2);
    assertThat(Set.copyOf(ports)).hasSize(1);
  }

  @Test
  void everyWriteHasAConnectionOfItsOwn() throws Exception {
    transport.sendRepeatable(request("GET"), TIME);
    transport.sendOnce(request("PUT"), TIME);
    transport.sendOnce(request("PUT"), TIME);

    assertThat(Set.copyOf(ports)).hasSize(3);
  }

  @Test
  void theAnswerIsReadWhole() throws Exception {
    ProviderAnswer answer = transport.sendOnce(request("PUT"), TIME);

    assertThat(answer).isEqualTo(answer(200, "7", "{\"ü\":1}"));
    assertThat(answer.body()).isEqualTo("{\"ü\":1}");
    assertThat(answer.bytes()).isEqualTo(8);
  }

  private static ProviderAnswer answer(int status, String retryAfter, String body) {
    return new ProviderAnswer(
        status, Optional.of(retryAfter), ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpRequest request(String method) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return HttpRequest.newBuilder(address)
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private void answer(HttpExchange exchange) {
    ports.add(exchange.getRemoteAddress().getPort());
    byte[] body = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Retry-After", "7");
    try (OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(200, body.length);
      out.write(body);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
