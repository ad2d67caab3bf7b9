package callcentre.cloud.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedWebSocketApi api =
      EmbeddedWebSocketApi.start(new WebSocketApi("LiveApi", "live", Map.of(), Limits.AWS), 0);
  private final SocketClient client = SocketClient.connect(http, api.address());
  private final String id = onlyConnection();

  private String onlyConnection() {
    return api.connections().iterator().next();
  }

  @AfterEach
  void stop() {
    api.close();
    http.close();
  }

  private HttpRequest.Builder request(String connection) {
    String encoded = URLEncoder.encode(connection, StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(
            URI.create(api.managementEndpoint() + "/%40connections/" + encoded))
        .header("Authorization", "AWS4-HMAC-SHA256 Credential=local");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String connection, String text) throws Exception {
    return send(request(connection).POST(BodyPublishers.ofString(text)));
  }

  @Test
  void whatIsPostedReachesTheClientWholeAndInOrder() throws Exception {
    String large = "x" + "\uD83D\uDCDE".repeat(30 * 1024);
    assertThat(post(id, "first").statusCode()).isEqualTo(200);
    assertThat(post(id, large).statusCode()).isEqualTo(200);

    assertThat(client.next()).isEqualTo("first");
    assertThat(client.next()).isEqualTo(large);
  }

  @Test
  void aLongerMessageThanTheLimitIsRefusedAndNotSent() throws Exception {
    HttpResponse<String> refused = post(id, "a".repeat(128 * 1024 + 1));
    post(id, "next");

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.headers().firstValue("x-amzn-ErrorType"))
        .contains("PayloadTooLargeException");
    assertThat(client.next()).isEqualTo("next");
  }

  @Test
  void aConnectionThatIsNotThereIsGone() throws Exception {
    HttpResponse<String> gone = post("bm90aGVyZQ==", "x");

    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.headers().firstValue("x-amzn-ErrorType")).contains("GoneException");
  }

  @Test
  void aConnectionTellsItsTimes() throws Exception {
    JsonNode told = RecordedFunction.JSON.readTree(send(request(id).GET()).body());

    assertThat(Instant.parse(told.path("connectedAt").asText()))
        .isBeforeOrEqualTo(Instant.parse(told.path("lastActiveAt").asText()));
    assertThat(told.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void aDeletedConnectionIsClosedAndThenGone() throws Exception {
    assertThat(send(request(id).DELETE()).statusCode()).isEqualTo(204);

    assertThat(client.close().status()).isEqualTo(1000);
    assertThat(send(request(id).DELETE()).statusCode()).isEqualTo(410);
    assertThat(post(id, "x").statusCode()).isEqualTo(410);
  }

  @Test
  void anUnsignedRequestIsRefused() throws Exception {
    HttpRequest unsigned =
        HttpRequest.newBuilder(URI.create(api.managementEndpoint() + "/@connections/" + id))
            .POST(BodyPublishers.ofString("x"))
            .build();

    assertThat(http.send(unsigned, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void disturbancesMakePostsThrottledBrokenAndGone() throws Exception {
    api.disturbances().throttle(1);
    assertThat(post(id, "a").statusCode()).isEqualTo(429);
    api.disturbances().fail(1);
    assertThat(post(id, "b").statusCode()).isEqualTo(500);
    api.disturbances().gone(id);
    assertThat(post(id, "c").statusCode()).isEqualTo(410);
    api.disturbances().clear();
    assertThat(post(id, "d").statusCode()).isEqualTo(200);

    assertThat(client.next()).isEqualTo("d");
  }

  @Test
  void aSlowConnectionHoldsUpNoOther() throws Exception {
    SocketClient other = SocketClient.connect(http, api.address());
    String otherId =
        api.connections().stream().filter(each -> !each.equals(id)).findFirst().orElseThrow();
    api.disturbances().slow(id, Duration.ofMinutes(5));

    CompletableFuture<HttpResponse<String>> slow =
        http.sendAsync(
            request(id).POST(BodyPublishers.ofString("late")).build(), BodyHandlers.ofString());
    post(otherId, "at once");

    assertThat(other.next()).isEqualTo("at once");
    assertThat(slow).isNotDone();
    slow.cancel(true);
  }
}
