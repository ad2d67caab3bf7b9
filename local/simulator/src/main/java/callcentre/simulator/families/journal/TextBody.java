package callcentre.simulator.families.journal;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.http.Request;
import callcentre.simulator.routing.ProviderErrors;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that is one text: plain, or a JSON string; a JSON object is refused (reference 3.5, 7).
 */
sealed interface TextBody {

  /** The text. */
  record Given(String text) implements TextBody {}

  /** What the request is answered. */
  record Refused(Answer answer) implements TextBody {}

  static TextBody of(Request request) {
    return switch (request.mediaType()) {
      case "text/plain" -> new Given(request.body());
      case "application/json", "text/json" -> ofJson(request.body());
      default -> new Refused(ProviderErrors.unsupportedMediaType(request));
    };
  }

  private static TextBody ofJson(String body) {
    try {
      JsonNode tree = Json.read(body);
      return tree.isTextual()
          ? new Given(tree.textValue())
          : new Refused(JournalErrors.invalidParameters());
    } catch (JsonProcessingException e) {
      return new Refused(JournalErrors.invalidParameters());
    }
  }
}
