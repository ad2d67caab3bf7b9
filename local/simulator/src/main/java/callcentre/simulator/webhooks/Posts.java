package callcentre.simulator.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends bodies to receivers. */
final class Posts implements AutoCloseable {

  /** How long a receiver has when its URL is saved (reference 4.1, B). */
  static final Duration VALIDATION_LIMIT = Duration.ofSeconds(8);

  /** Not documented; as long as a REST API of AWS may take. */
  private static final Duration LIMIT = Duration.ofSeconds(29);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(VALIDATION_LIMIT)
          .build();

  int send(URI url, String body) throws IOException, InterruptedException {
    return client.send(request(url, body, LIMIT).build(), discarding()).statusCode();
  }

  /** The request by which a URL is tried: no body, and a text that may be returned. */
  HttpResponse<Void> validate(URI url, String echo) throws IOException, InterruptedException {
    return client.send(
        request(url, "", VALIDATION_LIMIT).header("Echo", echo).build(), discarding());
  }

  private static HttpRequest.Builder request(URI url, String body, Duration limit) {
    return HttpRequest.newBuilder(url)
        .timeout(limit)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse.BodyHandler<Void> discarding() {
    return HttpResponse.BodyHandlers.discarding();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
