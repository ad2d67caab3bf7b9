package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The path that is given to the router: made anew from the template that API Gateway matched and
 * the values it found, each encoded exactly once. So neither the base path of a custom domain nor a
 * client's spelling of a value ({@code +1848…}, {@code %2B1848…}, {@code auth0|7}) can miss or
 * break the router.
 */
final class RoutablePath {

  private RoutablePath() {}

  static String of(APIGatewayProxyRequestEvent event) {
    String path = event.getResource();
    Map<String, String> values = event.getPathParameters();
    if (values == null) {
      return path;
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", encode(decode(value.getValue())));
    }
    return path;
  }

  /** API Gateway's REST APIs hand values on as the client wrote them, tools decode them first. */
  private static String decode(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
