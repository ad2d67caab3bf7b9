package callcentre.functions.authorizer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import java.util.Map;

/** Requests as API Gateway hands them to the authorizer. */
final class Calls {

  static final String METHOD_ARN =
      "arn:aws:execute-api:us-east-1:123456789012:abc123/test/GET/api/admin/users";

  private Calls() {}

  static IamPolicyResponseV1 bearer(AuthorizerHandler handler, String token) {
    return header(handler, "Authorization", "Bearer " + token);
  }

  static IamPolicyResponseV1 header(AuthorizerHandler handler, String name, String value) {
    return handler.handleRequest(event(Map.of(name, value)), null);
  }

  static APIGatewayCustomAuthorizerEvent event(Map<String, String> headers) {
    return APIGatewayCustomAuthorizerEvent.builder()
        .withType("REQUEST")
        .withMethodArn(METHOD_ARN)
        .withHeaders(headers)
        .build();
  }
}
