package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gateway's event as the router shall see it. */
final class RoutableEvent {

  /**
   * Headers that are settled before the router. {@code Accept}: this API answers JSON to everybody,
   * which RFC 9110 (12.5.1) allows instead of a refusal. {@code Origin}: CORS is {@link Cors}'s;
   * the router's own filter takes a request without {@code Host} for one to localhost and refuses
   * it.
   */
  private static final Set<String> SETTLED = Set.of("accept", "origin");

  /** The adapter fails on an empty body, even where a route says that a body may be left out. */
  private static final String NO_BODY = "null";

  private RoutableEvent() {}

  static APIGatewayProxyRequestEvent of(APIGatewayProxyRequestEvent event) {
    String body = event.getBody();
    boolean empty = body == null || body.isBlank();
    return event
        .clone()
        .withPath(RoutablePath.of(event))
        .withBody(empty ? NO_BODY : body)
        .withIsBase64Encoded(!empty && Boolean.TRUE.equals(event.getIsBase64Encoded()))
        .withHeaders(forRouter(event.getHeaders(), empty))
        .withMultiValueHeaders(forRouter(event.getMultiValueHeaders(), empty));
  }

  private static <V> Map<String, V> forRouter(@Nullable Map<String, V> headers, boolean empty) {
    Map<String, V> kept = headers == null ? new HashMap<>() : new HashMap<>(headers);
    remove(kept.keySet(), SETTLED);
    if (empty) {
      remove(kept.keySet(), Set.of("content-type", "content-length"));
    }
    return kept;
  }

  private static void remove(Collection<String> names, Set<String> unwanted) {
    names.removeIf(name -> unwanted.contains(name.toLowerCase(Locale.ROOT)));
  }
}
