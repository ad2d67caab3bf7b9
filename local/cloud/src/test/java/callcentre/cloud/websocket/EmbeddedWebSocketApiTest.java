package callcentre.cloud.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedWebSocketApiTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final RecordedFunction connect = new RecordedFunction();
  private final RecordedFunction disconnect = new RecordedFunction();
  private final RecordedFunction message = new RecordedFunction();
  private EmbeddedWebSocketApi api = start(Limits.AWS);

  private EmbeddedWebSocketApi start(Limits limits) {
    Map<RouteKey, RouteIntegration> routes = new EnumMap<>(RouteKey.class);
    routes.put(RouteKey.CONNECT, connect);
    routes.put(RouteKey.DISCONNECT, disconnect);
    routes.put(RouteKey.DEFAULT, message);
    return EmbeddedWebSocketApi.start(new WebSocketApi("LiveApi", "live", routes, limits), 0);
  }

  private void restart(Limits limits) {
    api.close();
    api = start(limits);
  }

  @AfterEach
  void stop() {
    api.close();
    http.close();
  }

  private SocketClient connect() {
    return SocketClient.connect(http, URI.create(api.address() + "?ticket=T%2B1&ticket=last"));
  }

  @Test
  void theEventOfConnectCarriesHeadersAndQueryAsAwsSendsThem() throws Exception {
    SocketClient client = connect();

    JsonNode event = connect.next();
    assertThat(client.socket().getSubprotocol()).isEqualTo(SocketClient.PROTOCOL);
    assertThat(event.at("/queryStringParameters/ticket").asText()).isEqualTo("last");
    assertThat(event.at("/multiValueQueryStringParameters/ticket"))
        .extracting(JsonNode::asText)
        .containsExactly("T+1", "last");
    assertThat(event.at("/headers/Sec-WebSocket-Protocol").asText())
        .isEqualTo(SocketClient.PROTOCOL);
    assertThat(event.at("/multiValueHeaders/Sec-WebSocket-Version/0").asText()).isEqualTo("13");
    JsonNode context = event.path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.path("messageDirection").asText()).isEqualTo("IN");
    assertThat(context.path("stage").asText()).isEqualTo("live");
    assertThat(context.path("apiId").asText()).isEqualTo("LiveApi");
    assertThat(context.path("connectedAt").isNumber()).isTrue();
    assertThat(context.path("requestTimeEpoch").isNumber()).isTrue();
    assertThat(context.path("requestTime").asText())
        .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(context.path("domainName").asText()).startsWith("localhost:");
    assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(api.connections()).containsExactly(context.path("connectionId").asText());
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
  }

  @Test
  void aMessageGoesToDefaultWithoutHeadersAndTheAnswerGoesNowhere() throws Exception {
    SocketClient client = connect();
    client.socket().sendText("{\"type\":\"ping\"}", true).join();

    JsonNode event = message.next();
    assertThat(event.has("headers")).isFalse();
    assertThat(event.path("body").asText()).isEqualTo("{\"type\":\"ping\"}");
    assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("$default");
    assertThat(event.at("/requestContext/eventType").asText()).isEqualTo("MESSAGE");
    assertThat(event.at("/requestContext/messageId").asText()).isNotEmpty();
    assertThat(event.at("/requestContext/connectionId"))
        .isEqualTo(connect.next().at("/requestContext/connectionId"));
  }

  @Test
  void theEndOfAConnectionIsToldWithItsStatus() throws Exception {
    SocketClient client = connect();
    client.socket().sendClose(1000, "done").join();

    JsonNode context = disconnect.next().path("requestContext");
    assertThat(context.path("eventType").asText()).isEqualTo("DISCONNECT");
    assertThat(context.path("routeKey").asText()).isEqualTo("$disconnect");
    assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1000);
    assertThat(context.path("disconnectReason").asText()).isEqualTo("done");
    assertThat(api.connections()).isEmpty();
  }

  @Test
  void whatConnectRefusesIsRefusedAtTheHandshakeWithItsStatus() {
    connect.answer("{\"statusCode\":401}");
    assertRefused(401);
    connect.answer("{\"statusCode\":403}");
    assertRefused(403);
    connect.answer("\"no proxy answer\"");
    assertRefused(502);
    connect.fail();
    assertRefused(502);
    assertThat(api.connections()).isEmpty();
  }

  private void assertRefused(int status) {
    assertThatThrownBy(this::connect)
        .isInstanceOf(CompletionException.class)
        .cause()
        .asInstanceOf(type(WebSocketHandshakeException.class))
        .satisfies(refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void aProtocolThatTheFunctionDoesNotNameIsNotAgreedOn() {
    connect.answer("{\"statusCode\":200}");

    assertThat(connect().socket().getSubprotocol()).isEmpty();
  }

  @Test
  void aFailedFunctionIsToldToTheClientWithoutItsReason() throws Exception {
    message.fail();
    SocketClient client = connect();
    client.socket().sendText("x", true).join();

    JsonNode told = RecordedFunction.JSON.readTree(client.next());
    assertThat(told.path("message").asText()).isEqualTo("Internal server error");
    assertThat(told.path("connectionId").asText()).isIn(api.connections());
  }

  @Test
  void frameAndMessageAreLimitedAsAtAws() throws Exception {
    SocketClient fits = connect();
    fits.socket().sendText("a".repeat(16 * 1024), false).join();
    fits.socket().sendText("b".repeat(16 * 1024), true).join();
    assertThat(message.next().path("body").asText()).hasSize(32 * 1024);

    assertThat(RawFrame.statusAfterFrameOf(32 * 1024 + 1, api.address())).isEqualTo(1009);

    SocketClient longMessage = connect();
    for (int part = 0; part < 9; part++) {
      longMessage.socket().sendText("a".repeat(16 * 1024), part == 8).join();
    }
    assertThat(longMessage.close().status()).isEqualTo(1009);
  }

  @Test
  void binaryFramesAreRefused() throws Exception {
    SocketClient client = connect();
    client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

    assertThat(client.close().status()).isEqualTo(1003);
  }

  @Test
  void anIdleConnectionIsClosed() throws Exception {
    restart(Limits.AWS.withIdle(Duration.ofMillis(200)));

    assertThat(connect().close().status()).isEqualTo(1001);
    assertThat(disconnect.next().at("/requestContext/disconnectStatusCode").asInt())
        .isEqualTo(1001);
  }

  @Test
  void noConnectionOutlivesItsLifetime() throws Exception {
    restart(Limits.AWS.withLifetime(Duration.ofMillis(200)));

    assertThat(connect().close().status()).isEqualTo(1001);
  }
}
