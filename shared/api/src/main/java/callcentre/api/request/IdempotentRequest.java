package callcentre.api.request;

import callcentre.api.access.Caller;
import callcentre.api.http.Headers;
import callcentre.api.http.RequestIds;
import callcentre.api.problem.ApiException;
import callcentre.storage.idempotency.IdempotencyKey;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a write recognisable when it is sent again; a controller takes it as an argument and
 * hands it to {@link Idempotency}.
 *
 * @param key empty when the client sent no {@code Idempotency-Key}
 * @param bodyHash tells what was asked for: path values, query and body
 * @param attempt the request's own id
 */
public record IdempotentRequest(Optional<IdempotencyKey> key, String bodyHash, String attempt) {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  /**
   * The parts of an event.
   *
   * @throws ApiException 400 when the key has another form than 1 to 255 visible ASCII characters
   */
  public static IdempotentRequest of(APIGatewayProxyRequestEvent event, Caller caller) {
    Optional<IdempotencyKey> key =
        Headers.find(event, HEADER)
            .map(IdempotentRequest::requireForm)
            .map(
                written ->
                    new IdempotencyKey(
                        caller.principal().userId(), caller.route().name(), written));
    return new IdempotentRequest(key, hash(event), RequestIds.of(event));
  }

  private static String requireForm(String written) {
    if (!FORM.matcher(written).matches()) {
      throw ApiException.invalid(HEADER, "must have 1 to 255 visible ASCII characters");
    }
    return written;
  }

  private static String hash(APIGatewayProxyRequestEvent event) {
    StringBuilder asked = new StringBuilder();
    add(asked, event.getPathParameters());
    add(asked, event.getQueryStringParameters());
    add(asked, event.getBody() == null ? "" : event.getBody());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(asked.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static void add(StringBuilder asked, @Nullable Map<String, String> values) {
    if (values != null) {
      new TreeMap<>(values)
          .forEach(
              (name, value) -> {
                add(asked, name);
                add(asked, value);
              });
    }
    asked.append('|');
  }

  /** With its length in front: two different lists of texts never give the same text. */
  private static void add(StringBuilder asked, String text) {
    asked.append(text.length()).append(':').append(text);
  }
}
