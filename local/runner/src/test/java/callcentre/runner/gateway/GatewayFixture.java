package callcentre.runner.gateway;

import callcentre.runner.process.Invoker;
import callcentre.runner.process.Outcome;
import callcentre.runner.sample.MovableClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A gateway over HTTP whose functions are written in the test. */
final class GatewayFixture implements AutoCloseable, Invoker {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final Duration CACHE = Duration.ofSeconds(60);

  record Call(String function, String event) {}

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final Map<String, Function<String, Outcome>> functions = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private List<String> binaryTypes = List.of();
  private Duration limit = Duration.ofMinutes(1);
  private Authorizer.Kind kind = Authorizer.Kind.REQUEST;
  private Optional<GatewayServer> server = Optional.empty();

  void answers(String function, Function<String, Outcome> answer) {
    functions.put(function, answer);
  }

  void neverAnswers(String function) {
    limit = Duration.ofMillis(100);
    functions.put(
        function,
        event -> {
          try {
            never.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          return new Outcome.Throttled();
        });
  }

  void binary(String type) {
    binaryTypes = List.of(type);
  }

  void authorizer(Authorizer.Kind newKind) {
    kind = newKind;
  }

  List<Call> invocations() {
    return calls;
  }

  long invocations(String function) {
    return calls.stream().filter(call -> call.function().equals(function)).count();
  }

  @Override
  public Outcome invoke(String function, byte[] event) {
    String text = new String(event, StandardCharsets.UTF_8);
    calls.add(new Call(function, text));
    return functions.get(function).apply(text);
  }

  /** An answer whose body is the event. */
  static Outcome echo(String event) {
    ObjectNode answer = JSON.createObjectNode().put("statusCode", 200).put("body", event);
    return answer(answer.toString());
  }

  static Outcome answer(String json) {
    return new Outcome.Answer(json.getBytes(StandardCharsets.UTF_8));
  }

  int port() {
    return server().port();
  }

  HttpResponse<String> send(String path) throws IOException, InterruptedException {
    return send(path, UnaryOperator.identity());
  }

  HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> change)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          change.apply(HttpRequest.newBuilder(uri)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Asks another server than the fixture's own. */
  HttpResponse<String> at(GatewayServer other, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + other.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private GatewayServer server() {
    if (server.isEmpty()) {
      try {
        RestApi api = new RestApi(definition(), this, clock, limit);
        server = Optional.of(new GatewayServer(0, api, clock));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return server.get();
  }

  private ApiDefinition definition() {
    return new ApiDefinition(
        "Api",
        "local",
        List.of(
            new Route("ANY", PathPattern.parse("/open/{id}"), "echo", Optional.empty()),
            new Route("ANY", PathPattern.parse("/plain"), "echo", Optional.empty()),
            new Route("ANY", PathPattern.parse("/guarded"), "echo", Optional.of("Token")),
            new Route("ANY", PathPattern.parse("/guarded/too"), "echo", Optional.of("Token"))),
        Map.of(
            "Token", new Authorizer("Token", "authorizer", kind, List.of("Authorization"), CACHE)),
        Map.of(
            ResponseType.MISSING_AUTHENTICATION_TOKEN,
            new GatewayResponse(
                OptionalInt.of(404),
                Map.of(
                    "Content-Type", "'application/problem+json'",
                    "Access-Control-Allow-Origin", "'*'",
                    "x-request-id", "context.requestId"),
                Map.of(
                    "application/json",
                    "{\"error\":\"not_found\",\"said\":$context.error.messageString,"
                        + "\"request_id\":\"$context.requestId\"}"))),
        binaryTypes);
  }

  @Override
  public void close() throws InterruptedException {
    never.countDown();
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
