package callcentre.runner.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** The system's own API, called as a dashboard calls it. */
final class ApiClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** On a busy machine a function's first start can take longer than the gateway waits. */
  private static final Set<Integer> PERHAPS_LATER = Set.of(502, 503, 504);

  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String token;

  ApiClient(String address, String token) {
    this.address = address;
    this.token = token;
  }

  record Answer(int status, JsonNode body) {}

  /**
   * Asks again where the answer is that it may work later: every step of the seed may be repeated.
   *
   * @param expected the statuses that mean it worked
   * @throws SeedException with what was asked and answered
   */
  Answer call(String method, String path, JsonNode body, Set<Integer> expected)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> response = send(request);
    for (int i = 1; i < ATTEMPTS && PERHAPS_LATER.contains(response.statusCode()); i++) {
      Thread.sleep(PAUSE);
      response = send(request);
    }
    if (!expected.contains(response.statusCode())) {
      throw new SeedException(
          method + " " + path + " answered " + response.statusCode() + ": " + response.body());
    }
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException malformed) {
      throw new SeedException(method + " " + path + " answered no JSON: " + response.body());
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new SeedException(request.method() + " " + request.uri() + " failed: " + failure);
    }
  }
}
