package callcentre.checks.system;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.openapi.Conformance;
import callcentre.checks.openapi.OpenApi;
import callcentre.runner.cli.LocalFacts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A page of the dashboard that calls the running system. Every answer it gets must carry a request
 * id and CORS headers and, where the path has a page in {@code docs/openapi.yaml}, be as
 * documented.
 */
public final class Dashboard {

  /** Where all but a few paths are. */
  public static final String BASE = "/api/admin/mightycall";

  private static final String ORIGIN = "http://localhost:3000";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final OpenApi openApi = OpenApi.read();
  private final Conformance conformance = new Conformance();
  private final LocalFacts facts;

  public Dashboard(LocalFacts facts) {
    this.facts = facts;
  }

  /** A path with a value in it, encoded as a browser would. */
  public static String path(String prefix, String value) {
    return prefix + "/" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public Answer get(String role, String path) {
    return call("GET", role, path, MissingNode.getInstance());
  }

  public Answer post(String role, String path) {
    return call("POST", role, path, MissingNode.getInstance());
  }

  /** Calls as the demo's person of a role; the body is JSON text. */
  public Answer send(String method, String role, String path, String json) {
    try {
      return call(method, role, path, Repository.JSON.readTree(json));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private Answer call(String method, String role, String path, JsonNode body) {
    String token = Optional.ofNullable(facts.tokens().get(role)).orElseThrow();
    return call(method, path, Map.of("Authorization", "Bearer " + token), body);
  }

  /** Calls with exactly these headers beside the origin and the type of the body. */
  public Answer call(String method, String path, Map<String, String> headers, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(facts.address() + path))
            .timeout(LIMIT)
            .header("Origin", ORIGIN)
            .method(
                method,
                body.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    if (!body.isMissingNode()) {
      request.header("Content-Type", "application/json");
    }
    Answer answer = send(request.build());
    assertThat(answer.headers()).as(path).containsKeys("x-request-id");
    assertThat(answer.headers().get("access-control-allow-origin")).as(path).isIn(ORIGIN, "*");
    requireDocumented(method, path.replaceFirst("\\?.*", ""), answer);
    return answer;
  }

  private Answer send(HttpRequest request) {
    try {
      return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Answer read(HttpResponse<String> response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String type = headers.getOrDefault("content-type", "");
    JsonNode body =
        type.contains("json")
            ? Repository.JSON.readTree(response.body())
            : MissingNode.getInstance();
    return new Answer(response.statusCode(), Map.copyOf(headers), body);
  }

  private void requireDocumented(String method, String path, Answer answer) {
    openApi.operations().stream()
        .filter(each -> each.method().equals(method))
        .filter(each -> path.matches(each.path().replaceAll("\\{[^}]+}", "[^/]+")))
        .findFirst()
        .ifPresent(
            operation ->
                assertThat(
                        conformance.violations(
                            method,
                            operation.path(),
                            answer.status(),
                            answer.headers(),
                            answer.body()))
                    .as(method + " " + path + " " + answer)
                    .isEmpty());
  }
}
