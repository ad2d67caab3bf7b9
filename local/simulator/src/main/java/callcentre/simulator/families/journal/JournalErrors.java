package callcentre.simulator.families.journal;

import callcentre.simulator.http.Answer;
import callcentre.simulator.http.Json;
import callcentre.simulator.routing.ProviderErrors;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The error answers of the journal, word by word (MightyCall reference 3.5, 3.7). */
final class JournalErrors {

  private JournalErrors() {}

  static Answer malformedFilters(Collection<String> names) {
    ObjectNode body = Json.object();
    ArrayNode unsupported = body.putObject("data").putArray("unsupportedFilters");
    names.forEach(unsupported::add);
    body.put("errorCode", "FilterParamsMalformed").put("message", "Filter params malformed");
    return Answer.json(400, body);
  }

  static Answer invalidParameters() {
    return ProviderErrors.coded(
        400,
        "InvalidParameters",
        "Input data is malformed. Please check your input is correctly formatted and is applicable"
            + " to this method.");
  }

  static Answer malformedIds(Collection<String> ids) {
    return ProviderErrors.coded(
        400,
        "RequestIdHasInvalidFormat",
        "Request Id(s) '" + String.join(",", ids) + "' has invalid format");
  }

  static Answer notFound() {
    return ProviderErrors.coded(404, "RequestIsNotFound", "Request is not found");
  }

  static Answer invalidWorkflow(String state) {
    return ProviderErrors.coded(404, "WorkflowStateInvalid", "Invalid workflow state " + state);
  }

  static Answer invalidFlags(String flags) {
    return ProviderErrors.coded(400, "FlagsInvalid", "Invalid flags \"" + flags + "\"");
  }

  static Answer message(String message) {
    return Answer.ok(Json.object().put("message", message));
  }
}
