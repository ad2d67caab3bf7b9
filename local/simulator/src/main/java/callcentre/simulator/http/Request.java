package callcentre.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, read whole.
 *
 * @param uri the absolute address that was asked for
 * @param path the encoded path
 * @param query the encoded query, or ""
 * @param headers first values by lower-case name
 */
public record Request(
    String method,
    String uri,
    String path,
    String query,
    Map<String, String> headers,
    String body) {

  private static final String FORM = "application/x-www-form-urlencoded";

  public Request {
    headers = Map.copyOf(headers);
  }

  /** The first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The media type of the body in lower case without parameters, or "" when none is said. */
  public String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The fields of a form body, first values only; empty when the body is not a form. A raw plus
   * becomes a space, which is how a client that does not percent-encode finds out.
   */
  public Map<String, String> form() {
    return mediaType().equals(FORM) ? decode(body) : Map.of();
  }

  /** Scheme, host and port that were asked, without a slash at the end. */
  public String origin() {
    return uri.substring(0, uri.indexOf('/', uri.indexOf("//") + 2));
  }

  /** The fields of the query, first values only. */
  public Map<String, String> queryFields() {
    return decode(query);
  }

  /** The token of an {@code Authorization: Bearer} header. */
  public Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  private static Map<String, String> decode(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        fields.putIfAbsent(decodePart(name), decodePart(value));
      }
    }
    return fields;
  }

  private static String decodePart(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // ASP.NET leaves a broken escape as it stands; so the value simply matches nothing.
      return part;
    }
  }
}
