package callcentre.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import jakarta.inject.Singleton;
import java.util.Map;

/** The headers that every answer has, whoever made it. */
@Singleton
public final class AnswerHeaders {

  /** For answers of data only: nothing in them may run, frame or be guessed at. */
  private static final Map<String, String> FIXED =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Strict-Transport-Security", "max-age=31536000");

  private final Cors cors;

  AnswerHeaders(Cors cors) {
    this.cors = cors;
  }

  /**
   * Completes an answer: request id, CORS, security, and {@code no-store} unless the route said
   * otherwise.
   */
  public APIGatewayProxyResponseEvent complete(
      APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent answer) {
    Map<String, String> headers = Headers.of(answer);
    // API Gateway counts the body itself, and a wrong count would cut the answer.
    headers.remove("Content-Length");
    headers.putIfAbsent("Cache-Control", "no-store");
    headers.putAll(FIXED);
    cors.headers(Headers.get(event, "Origin")).forEach(headers::putIfAbsent);
    headers.put(RequestIds.HEADER, RequestIds.of(event));
    return answer.withHeaders(headers).withMultiValueHeaders(null);
  }
}
