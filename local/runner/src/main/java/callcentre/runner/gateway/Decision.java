package callcentre.runner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorizer answered.
 *
 * @param context principal and context as the function's event shows them: strings only
 */
record Decision(Policy policy, Map<String, String> context) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty if the answer is not one API Gateway takes. */
  static Optional<Decision> read(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      JsonNode principal = answer.path("principalId");
      Map<String, String> context = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : answer.path("context").properties()) {
        // Objects and lists are refused by API Gateway; null is left out.
        if (entry.getValue().isContainerNode()) {
          return Optional.empty();
        }
        if (!entry.getValue().isNull()) {
          context.put(entry.getKey(), entry.getValue().asText());
        }
      }
      context.put("principalId", principal.asText());
      return principal.isValueNode() && !principal.isNull()
          ? Policy.read(answer.path("policyDocument"))
              .map(policy -> new Decision(policy, Map.copyOf(context)))
          : Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
