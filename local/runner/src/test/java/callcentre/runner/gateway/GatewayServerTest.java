package callcentre.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.runner.process.Outcome;
import callcentre.runner.sample.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final MovableClock CLOCK = new MovableClock(Instant.EPOCH);

  private final GatewayFixture gateway = new GatewayFixture();

  @AfterEach
  void stop() throws InterruptedException {
    gateway.close();
  }

  @Test
  void aFunctionGetsThePayloadOfARestApi() throws Exception {
    gateway.answers("echo", GatewayFixture::echo);

    HttpResponse<String> answer =
        gateway.send(
            "/open/%2B1312?limit=5&label=a%20b&label=c",
            request ->
                request
                    .header("X-Sample", "one")
                    .header("X-Sample", "two")
                    .PUT(BodyPublishers.ofString("{\"label\":\"ü\"}")));

    JsonNode event = JSON.readTree(answer.body());
    assertThat(event.path("resource").asText()).isEqualTo("/open/{id}");
    assertThat(event.path("path").asText()).isEqualTo("/open/%2B1312");
    assertThat(event.path("httpMethod").asText()).isEqualTo("PUT");
    assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("%2B1312");
    assertThat(event.path("queryStringParameters").path("label").asText()).isEqualTo("c");
    assertThat(event.path("multiValueQueryStringParameters").path("label"))
        .extracting(JsonNode::asText)
        .containsExactly("a b", "c");
    assertThat(event.path("multiValueHeaders").path("X-sample"))
        .extracting(JsonNode::asText)
        .containsExactly("one", "two");
    assertThat(event.path("body").asText()).isEqualTo("{\"label\":\"ü\"}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.path("resourcePath").asText()).isEqualTo("/open/{id}");
    assertThat(context.path("stage").asText()).isEqualTo("local");
    assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("requestId").asText())
        .isEqualTo(answer.headers().firstValue("x-amzn-requestid").orElseThrow());
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void absentPartsOfARequestAreNull() throws Exception {
    gateway.answers("echo", GatewayFixture::echo);

    JsonNode event = JSON.readTree(gateway.send("/plain").body());

    assertThat(event.path("body").isNull()).isTrue();
    assertThat(event.path("queryStringParameters").isNull()).isTrue();
    assertThat(event.path("multiValueQueryStringParameters").isNull()).isTrue();
    assertThat(event.path("pathParameters").isNull()).isTrue();
  }

  @Test
  void theAnswerOfAFunctionReachesTheClient() throws Exception {
    gateway.answers(
        "echo",
        event ->
            answer(
                "{\"statusCode\":201,\"headers\":{\"etag\":\"1\",\"WWW-Authenticate\":\"Bearer\"},"
                    + "\"multiValueHeaders\":{\"vary\":[\"origin\",\"accept\"]},\"body\":\"done\"}"));

    HttpResponse<String> answer = gateway.send("/plain");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("done");
    assertThat(answer.headers().firstValue("etag")).contains("1");
    assertThat(answer.headers().allValues("vary")).containsExactly("origin", "accept");
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    assertThat(answer.headers().firstValue("x-amzn-remapped-www-authenticate")).contains("Bearer");
  }

  @Test
  void aFailedOrMalformedAnswerIs502AndALambdaRefusalIs500() throws Exception {
    gateway.answers("echo", event -> new Outcome.Failure("Unhandled", "it broke"));
    assertThat(gateway.send("/plain").statusCode()).isEqualTo(502);

    gateway.answers("echo", event -> answer("\"no object\""));
    assertThat(gateway.send("/plain").statusCode()).isEqualTo(502);

    gateway.answers("echo", event -> answer("{\"statusCode\":200,\"status\":200}"));
    assertThat(gateway.send("/plain").statusCode()).isEqualTo(502);

    gateway.answers("echo", event -> new Outcome.Throttled());
    HttpResponse<String> refused = gateway.send("/plain");
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Internal server error\"}");
  }

  @Test
  void anUnknownPathIsAnsweredByTheDeclaredGatewayResponse() throws Exception {
    HttpResponse<String> answer = gateway.send("/nowhere");

    String requestId = answer.headers().firstValue("x-amzn-requestid").orElseThrow();
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    assertThat(answer.headers().firstValue("x-request-id")).contains(requestId);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"not_found\",\"said\":\"Missing Authentication Token\",\"request_id\":\""
                + requestId
                + "\"}");
  }

  @Test
  void aFunctionSlowerThanTheIntegrationLimitIs504() throws Exception {
    gateway.neverAnswers("echo");

    HttpResponse<String> answer = gateway.send("/plain");

    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).contains("Endpoint request timed out");
  }

  @Test
  void aBodyAboveTenMegabytesIsRefusedWithoutAskingTheFunction() throws Exception {
    gateway.answers("echo", GatewayFixture::echo);

    HttpResponse<String> answer =
        gateway.send(
            "/plain",
            request -> request.POST(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("Request Too Long");
    assertThat(gateway.invocations()).isEmpty();
  }

  @Test
  void onlyDeclaredMediaTypesAreBinary() throws Exception {
    gateway.binary("image/*");
    gateway.answers("echo", GatewayFixture::echo);

    JsonNode binary =
        JSON.readTree(
            gateway
                .send(
                    "/plain",
                    request ->
                        request
                            .header("Content-Type", "image/png")
                            .POST(BodyPublishers.ofByteArray(new byte[] {1, (byte) 0xff})))
                .body());

    assertThat(binary.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(binary.path("body").asText())).containsExactly(1, 0xff);
  }

  @Test
  void aBase64AnswerIsDecodedForThoseWhoAcceptTheBinaryType() throws Exception {
    gateway.binary("image/*");
    gateway.answers(
        "echo", event -> answer("{\"statusCode\":200,\"body\":\"aGk=\",\"isBase64Encoded\":true}"));

    assertThat(gateway.send("/plain", request -> request.header("Accept", "image/png")).body())
        .isEqualTo("hi");
    assertThat(gateway.send("/plain").body()).isEqualTo("aGk=");
  }

  @Test
  void severalApisShareAnAddressAndAPathIsAnsweredByTheOneThatDeclaresIt() throws Exception {
    RestApi first = api(List.of(), route("/things", "first"), route("/things/{id}", "first"));
    RestApi second = api(List.of("*/*"), route("/sounds/{id}", "second"));

    try (GatewayServer server = new GatewayServer(0, List.of(first, second), CLOCK)) {
      assertThat(gateway.at(server, "/things/1").body()).isEqualTo("first");
      assertThat(gateway.at(server, "/sounds/1").body()).isEqualTo("aGk= is hi");
      assertThat(gateway.at(server, "/sounds").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void twoApisWithOnePathCannotShareAnAddress() {
    List<RestApi> apis =
        List.of(
            api(List.of(), route("/things/{id}", "first")),
            api(List.of(), route("/things/{id}", "second")));

    assertThatThrownBy(() -> new GatewayServer(0, apis, CLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/things/{id}");
  }

  @Test
  void aTakenPortIsABindException() throws IOException {
    int port = gateway.port();
    RestApi api =
        new RestApi(
            new ApiDefinition("Api", "local", List.of(), Map.of(), Map.of(), List.of()),
            (function, event) -> new Outcome.Throttled(),
            new MovableClock(Instant.EPOCH));

    assertThatThrownBy(() -> new GatewayServer(port, api, new MovableClock(Instant.EPOCH)))
        .isInstanceOf(BindException.class);
  }

  private static Route route(String path, String function) {
    return new Route("ANY", PathPattern.parse(path), function, Optional.empty());
  }

  /** Its functions answer their own names; the one named second does so in base64. */
  private static RestApi api(List<String> binaryTypes, Route... routes) {
    return new RestApi(
        new ApiDefinition("Api", "local", List.of(routes), Map.of(), Map.of(), binaryTypes),
        (function, event) ->
            answer(
                function.equals("second")
                    ? "{\"statusCode\":200,\"body\":\"YUdrPSBpcyBoaQ==\",\"isBase64Encoded\":true}"
                    : "{\"statusCode\":200,\"body\":\"" + function + "\"}"),
        CLOCK);
  }

  private static Outcome answer(String json) {
    return GatewayFixture.answer(json);
  }
}
