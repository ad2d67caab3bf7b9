package callcentre.client.http;

import callcentre.client.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the provider answered.
 *
 * @param retryAfter the header of that name, as it was written
 * @param content the body's bytes, read-only
 */
public record ProviderAnswer(int status, Optional<String> retryAfter, ByteBuffer content) {

  public ProviderAnswer {
    content = content.asReadOnlyBuffer();
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body's bytes, read-only; each caller has a position of its own. */
  @Override
  public ByteBuffer content() {
    return content.duplicate();
  }

  /** The body as text; empty when there was none. */
  public String body() {
    return StandardCharsets.UTF_8.decode(content()).toString();
  }

  /** The body's length. */
  public int bytes() {
    return content.remaining();
  }

  /** Whether it is a list, which is how some writes tell of single failures. */
  boolean isList() {
    return Json.isArray(body());
  }
}
