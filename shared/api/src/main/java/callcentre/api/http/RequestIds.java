package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import org.jspecify.annotations.Nullable;

/** The id of a request: API Gateway's own, which is also in its access log. */
public final class RequestIds {

  /** The header of every answer. */
  public static final String HEADER = "x-request-id";

  private static final String UNKNOWN = "unknown";

  private RequestIds() {}

  /** The id that the answer carries; {@code unknown} for an event that did not come by gateway. */
  public static String of(APIGatewayProxyRequestEvent event) {
    @Nullable String id =
        event.getRequestContext() == null ? null : event.getRequestContext().getRequestId();
    return id == null || id.isBlank() ? UNKNOWN : id;
  }
}
