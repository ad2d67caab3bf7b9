package callcentre.live;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.domain.live.ConnectionId;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

  private static final ConnectionId ID = new ConnectionId("L0SM9c/FvH+CIhw=");

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final AwsClients clients = AwsClients.at(Endpoints.all(URI.create("http://localhost:1")));
  private HttpServer server;
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort() + "/dev");
    gateway = new Gateway(clients::executeApi, () -> endpoint, pauses::add);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    clients.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    assertThat(authorization).startsWith("AWS4-HMAC-SHA256").contains("/us-east-1/execute-api/");
    seen.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body);
    Integer status = statuses.poll();
    exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    exchange.close();
  }

  @Test
  void aMessageIsPostedSignedToTheConnection() {
    assertThat(gateway.post(ID, "{\"é\":1}")).isEqualTo(new Delivery.Delivered());
    statuses.add(204);
    assertThat(gateway.close(ID)).isEqualTo(new Delivery.Delivered());
    assertThat(seen)
        .containsExactly(
            "POST /dev/@connections/L0SM9c%2FFvH%2BCIhw%3D {\"é\":1}",
            "DELETE /dev/@connections/L0SM9c%2FFvH%2BCIhw%3D ");
  }

  @Test
  void aConnectionThatIsGoneIsToldByItsStatus() {
    statuses.add(410);
    assertThat(gateway.post(ID, "{}")).isEqualTo(new Delivery.Gone());
  }

  @Test
  void aRefusalForAMomentIsTriedAgainAndThenFails() {
    statuses.addAll(List.of(429, 429, 200));
    assertThat(gateway.post(ID, "{}")).isEqualTo(new Delivery.Delivered());
    statuses.addAll(List.of(429, 429, 429));
    assertThat(gateway.post(ID, "{}")).isEqualTo(new Delivery.Failed("API Gateway answered 429"));
    assertThat(seen).hasSize(6);
    assertThat(pauses).hasSize(4);
  }

  @Test
  void anErrorIsNotRepeated() {
    statuses.add(500);
    assertThat(gateway.post(ID, "{}")).isEqualTo(new Delivery.Failed("API Gateway answered 500"));
    server.stop(0);
    assertThat(gateway.post(ID, "{}")).isInstanceOf(Delivery.Failed.class);
    assertThat(seen).hasSize(1);
  }

  @Test
  void manyConnectionsGetTheirMessagesEachInOrder() {
    Map<ConnectionId, List<String>> messages =
        IntStream.range(0, 100)
            .boxed()
            .collect(
                Collectors.toMap(
                    index -> new ConnectionId("c" + index), index -> List.of("1", "2", "3")));

    Map<ConnectionId, Delivery> deliveries = new Posting(gateway).post(messages);

    assertThat(deliveries).hasSize(100).containsValue(new Delivery.Delivered());
    assertThat(deliveries.values()).containsOnly(new Delivery.Delivered());
    for (ConnectionId each : messages.keySet()) {
      String to = "POST /dev/@connections/" + each.value() + " ";
      assertThat(seen.stream().filter(one -> one.startsWith(to)))
          .containsExactly(to + "1", to + "2", to + "3");
    }
  }

  @Test
  void afterAMessageThatDidNotArriveThatConnectionGetsNoMore() {
    statuses.add(500);
    assertThat(new Posting(gateway).post(Map.of(ID, List.of("1", "2"))))
        .containsEntry(ID, new Delivery.Failed("API Gateway answered 500"));
    assertThat(seen).hasSize(1);
  }
}
