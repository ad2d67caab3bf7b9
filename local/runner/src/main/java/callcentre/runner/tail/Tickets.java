package callcentre.runner.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the API where the live channel is and for a ticket to it. */
final class Tickets {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final TailOptions options;

  Tickets(HttpClient http, TailOptions options) {
    this.http = http;
    this.options = options;
  }

  /**
   * An address that opens one connection within 60 s.
   *
   * @throws RefusedException if the token is not taken, or the stack has no live channel: trying
   *     again would not help
   * @throws IOException if the API does not answer; trying again may help
   */
  URI address() throws IOException, InterruptedException {
    JsonNode url = send(request("/api/config").GET()).path("ws_url");
    if (!url.isTextual()) {
      throw new RefusedException(options.api() + " has no live channel: ws_url is null");
    }
    JsonNode ticket =
        send(request("/api/live/ticket")
                .header("Authorization", "Bearer " + options.token())
                .POST(BodyPublishers.noBody()))
            .path("ticket");
    return URI.create(
        url.asText() + "?ticket=" + URLEncoder.encode(ticket.asText(), StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(options.api() + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest built = request.build();
    HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
    if (answer.statusCode() / 100 == 2) {
      return JSON.readTree(answer.body());
    }
    String what =
        built.method()
            + " "
            + built.uri().getPath()
            + " was answered "
            + answer.statusCode()
            + " "
            + JSON.readTree(answer.body()).path("error").asText();
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      throw new IOException(what);
    }
    throw new RefusedException(what);
  }
}
