package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers of gateway events, whose names come in any case. */
public final class Headers {

  private Headers() {}

  /** The first value of a request's header. */
  public static Optional<String> find(APIGatewayProxyRequestEvent event, String name) {
    return Optional.ofNullable(get(event, name));
  }

  static @Nullable String get(APIGatewayProxyRequestEvent event, String name) {
    if (event.getHeaders() != null) {
      for (Map.Entry<String, String> header : event.getHeaders().entrySet()) {
        if (header.getKey().equalsIgnoreCase(name)) {
          return header.getValue();
        }
      }
    }
    if (event.getMultiValueHeaders() != null) {
      for (Map.Entry<String, List<String>> header : event.getMultiValueHeaders().entrySet()) {
        if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
          return header.getValue().getFirst();
        }
      }
    }
    return null;
  }

  /**
   * The headers of an answer in one map, whose names compare without case. Several values of one
   * header are joined, which is the same (RFC 9110, 5.3).
   */
  static Map<String, String> of(APIGatewayProxyResponseEvent answer) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (answer.getHeaders() != null) {
      headers.putAll(answer.getHeaders());
    }
    if (answer.getMultiValueHeaders() != null) {
      answer
          .getMultiValueHeaders()
          .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    }
    return headers;
  }
}
