package callcentre.api.http;

import callcentre.aws.Environment;
import callcentre.aws.Variable;
import io.micronaut.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which browsers' pages may read answers (design: Layout). No cookies are used, so no credentials
 * are ever allowed. An origin that is not allowed gets no CORS header, and its browser refuses.
 */
@Singleton
public final class Cors {

  private static final String ANY = "*";
  private static final String ANY_PORT = ":*";
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");
  private static final String MAX_AGE_SECONDS = "600";

  private static final String ALLOWED_HEADERS =
      "authorization, content-type, idempotency-key, if-match, range, x-user-id, x-csrf-token";
  private static final String EXPOSED_HEADERS =
      "x-request-id, etag, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset,"
          + " content-range, accept-ranges, content-disposition";

  private final List<String> allowed;

  /**
   * With the origins of {@code ALLOWED_ORIGINS}: exact ones, {@code *}, or {@code
   * http://localhost:*} for any port.
   */
  public Cors(Environment environment) {
    this.allowed = environment.list(Variable.ALLOWED_ORIGINS);
  }

  /**
   * The headers of an answer to a page.
   *
   * @param origin the request's {@code Origin}; absent outside browsers
   */
  public Map<String, String> headers(@Nullable String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vary", "Origin");
    allow(origin)
        .ifPresent(
            value -> {
              headers.put("Access-Control-Allow-Origin", value);
              headers.put("Access-Control-Expose-Headers", EXPOSED_HEADERS);
            });
    return headers;
  }

  /**
   * The headers of the answer to a preflight.
   *
   * @param origin the request's {@code Origin}
   * @param methods what the path offers
   */
  public Map<String, String> preflight(@Nullable String origin, SortedSet<HttpMethod> methods) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Vary", "Origin");
    headers.put("Allow", allow(methods));
    allow(origin)
        .ifPresent(
            value -> {
              headers.put("Access-Control-Allow-Origin", value);
              headers.put("Access-Control-Allow-Methods", allow(methods));
              headers.put("Access-Control-Allow-Headers", ALLOWED_HEADERS);
              headers.put("Access-Control-Max-Age", MAX_AGE_SECONDS);
            });
    return headers;
  }

  /** The value of {@code Allow} for a path. */
  static String allow(SortedSet<HttpMethod> methods) {
    return Stream.concat(methods.stream(), Stream.of(HttpMethod.OPTIONS))
        .map(HttpMethod::name)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> allow(@Nullable String origin) {
    if (origin == null || origin.isBlank()) {
      return Optional.empty();
    }
    if (allowed.contains(ANY)) {
      return Optional.of(ANY);
    }
    return allowed.stream().anyMatch(entry -> matches(entry, origin))
        ? Optional.of(origin)
        : Optional.empty();
  }

  private static boolean matches(String entry, String origin) {
    if (!entry.endsWith(ANY_PORT)) {
      return entry.equals(origin);
    }
    String host = entry.substring(0, entry.length() - ANY_PORT.length());
    return origin.startsWith(host)
        && (origin.length() == host.length()
            || PORT.matcher(origin.substring(host.length())).matches());
  }
}
