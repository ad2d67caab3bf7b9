package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A gateway's event as the router shall see it: nothing but method, path, body and its type. What a
 * client wrote elsewhere cannot break the router, and the router's own ideas of {@code Accept} and
 * {@code Origin} do not come in: this API answers JSON to everybody (RFC 9110, 12.5.1, allows it),
 * and CORS is {@link Cors}'s.
 *
 * <p>Arguments of controllers are made from {@link #original}.
 */
public final class RoutableEvent extends APIGatewayProxyRequestEvent {

  private static final long serialVersionUID = 1L;
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String UNREADABLE_TYPE = "application/octet-stream";
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+( *; *[A-Za-z-]+=[A-Za-z0-9\"._-]+)*");

  /** The adapter fails on an empty body, even where a route says that a body may be left out. */
  private static final String NO_BODY = "null";

  private final transient APIGatewayProxyRequestEvent original;

  private RoutableEvent(APIGatewayProxyRequestEvent original) {
    this.original = original;
  }

  /** The event as it came. */
  public APIGatewayProxyRequestEvent original() {
    return original;
  }

  static RoutableEvent of(APIGatewayProxyRequestEvent event) {
    RoutableEvent routable = new RoutableEvent(event);
    String body = event.getBody();
    boolean empty = body == null || body.isBlank();
    routable.setHttpMethod(event.getHttpMethod());
    routable.setResource(event.getResource());
    routable.setPath(RoutablePath.of(event));
    routable.setBody(empty ? NO_BODY : body);
    routable.setIsBase64Encoded(!empty && Boolean.TRUE.equals(event.getIsBase64Encoded()));
    routable.setHeaders(empty ? Map.of() : contentType(event));
    return routable;
  }

  private static Map<String, String> contentType(APIGatewayProxyRequestEvent event) {
    Optional<String> written = Headers.find(event, CONTENT_TYPE).map(String::strip);
    Map<String, String> headers = new HashMap<>();
    written.ifPresent(
        type ->
            headers.put(CONTENT_TYPE, MEDIA_TYPE.matcher(type).matches() ? type : UNREADABLE_TYPE));
    return headers;
  }
}
