package callcentre.functions.webhookreceiver;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers to the provider, and problems in the shape that every route has (contract). */
final class Answers {

  static final String ECHO = "Echo";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TAKEN = "{\"success\":true}";

  private final String requestId;

  Answers(String requestId) {
    this.requestId = requestId;
  }

  APIGatewayProxyResponseEvent of(Reply reply, Optional<String> echo) {
    return switch (reply) {
      case Reply.Taken taken -> {
        APIGatewayProxyResponseEvent answer = answer(200, "application/json", TAKEN);
        echo.ifPresent(value -> answer.getHeaders().put(ECHO, value));
        yield answer;
      }
      case Reply.UnknownAddress unknown ->
          problem(404, "not_found", "Not found", "No such address.", false);
      case Reply.TooLarge tooLarge ->
          problem(
              413,
              "payload_too_large",
              "Payload too large",
              "A body has at most " + Receiver.LARGEST_BODY_BYTES + " bytes.",
              false);
      case Reply.Unavailable unavailable ->
          problem(
              503,
              "temporarily_unavailable",
              "Temporarily unavailable",
              unavailable.reason(),
              true);
    };
  }

  APIGatewayProxyResponseEvent methodNotAllowed(boolean preflight) {
    APIGatewayProxyResponseEvent answer =
        preflight
            ? answer(204, "text/plain", "")
            : problem(405, "method_not_allowed", "Method not allowed", "Only POST.", false);
    answer.getHeaders().put("Allow", "POST");
    return answer;
  }

  private APIGatewayProxyResponseEvent problem(
      int status, String code, String title, String detail, boolean retryable) {
    String body =
        JSON.createObjectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", "urn:request:" + requestId)
            .put("error", code)
            .put("request_id", requestId)
            .put("retryable", retryable)
            .toString();
    return answer(status, "application/problem+json", body);
  }

  private APIGatewayProxyResponseEvent answer(int status, String contentType, String body) {
    return new APIGatewayProxyResponseEvent()
        .withStatusCode(status)
        .withHeaders(new HashMap<>(Map.of("Content-Type", contentType, "x-request-id", requestId)))
        .withBody(body);
  }
}
