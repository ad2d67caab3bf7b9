package callcentre.client.http;

import callcentre.client.json.Json;
import java.util.Optional;

/**
 * What the provider answered.
 *
 * @param retryAfter the header of that name, as it was written
 * @param body empty when there was none
 * @param bytes the body's length
 */
public record ProviderAnswer(int status, Optional<String> retryAfter, String body, int bytes) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether it is a list, which is how some writes tell of single failures. */
  boolean isList() {
    return Json.isArray(body);
  }
}
