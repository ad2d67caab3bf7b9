package callcentre.client.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it goes over the wire.
 *
 * @param template the path under the API with the names of its variables
 * @param headers names and values; secrets are among them
 * @param secretBody whether body and answer hold secrets and are never logged
 */
public record WireRequest(
    ProviderRequest.Verb verb,
    String template,
    URI address,
    Map<String, String> headers,
    Optional<String> body,
    boolean secretBody) {

  /** How logs and errors call it, for example {@code GET /profile/{extension}}. */
  public String operation() {
    return verb + " " + template;
  }

  /** What it says may be logged: headers and body hold secrets. */
  @Override
  public String toString() {
    return operation();
  }

  HttpRequest toHttp(Duration time) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(address)
            .timeout(time)
            .header("Accept", "application/json")
            .method(verb.name(), publisher());
    headers.forEach(http::header);
    return http.build();
  }

  private HttpRequest.BodyPublisher publisher() {
    return body.map(HttpRequest.BodyPublishers::ofString)
        .orElseGet(HttpRequest.BodyPublishers::noBody);
  }
}
