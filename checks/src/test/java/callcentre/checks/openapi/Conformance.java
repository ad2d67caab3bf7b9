package callcentre.checks.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares real answers with what the document promises. */
public final class Conformance {

  private final OpenApi openApi = OpenApi.read();
  private final Schemas schemas = new Schemas(openApi);

  /**
   * What of an answer the document does not say.
   *
   * @param path the template, for example {@code /api/admin/users/{userId}}
   * @param headers by name in any case
   * @param body a missing node where there is none
   * @return empty when it is as documented
   */
  public List<String> violations(
      String method, String path, int status, Map<String, String> headers, JsonNode body) {
    List<String> wrong = new ArrayList<>();
    OpenApi.Operation operation = openApi.operation(method, path);
    JsonNode response =
        openApi.resolved(operation.node().path("responses").path(Integer.toString(status)));
    if (response.isMissingNode()) {
      return List.of(operation + " answered " + status + ", which is not documented");
    }
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(headers);
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      boolean required = openApi.resolved(header.getValue()).path("required").asBoolean();
      if (required && !sent.containsKey(header.getKey())) {
        wrong.add(operation + " " + status + " has no header " + header.getKey());
      }
    }
    if (response.has("content")) {
      String type = sent.getOrDefault("Content-Type", "").replaceFirst(";.*", "");
      JsonNode media = response.path("content").path(type);
      if (media.isMissingNode()) {
        wrong.add(operation + " " + status + " is of type '" + type + "'");
      } else {
        schemas
            .violations(media.path("schema"), body)
            .forEach(error -> wrong.add(operation + " " + status + ": " + error));
        wrong.addAll(unknownMembers(operation + " " + status, media.path("schema"), body));
      }
    } else if (!body.isMissingNode()) {
      wrong.add(operation + " " + status + " has a body");
    }
    return wrong;
  }

  /** Members of an object that its schema does not name, where the schema names any. */
  private List<String> unknownMembers(String where, JsonNode reference, JsonNode value) {
    List<String> unknown = new ArrayList<>();
    JsonNode schema = openApi.resolved(reference);
    if (value.isArray()) {
      value.forEach(
          item -> unknown.addAll(unknownMembers(where + "[]", schema.path("items"), item)));
    }
    if (value.isObject() && schema.has("properties") && !schema.has("additionalProperties")) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        JsonNode known = schema.path("properties").path(member.getKey());
        if (known.isMissingNode()) {
          unknown.add(where + " has the undocumented member " + member.getKey());
        } else {
          unknown.addAll(unknownMembers(where + "." + member.getKey(), known, member.getValue()));
        }
      }
    }
    return unknown;
  }
}
