package callcentre.checks.live;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code docs/asyncapi.yaml}, read. */
final class AsyncApi {

  private final JsonNode document = Repository.yaml("docs/asyncapi.yaml");
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  JsonNode document() {
    return document;
  }

  /** The values that a member of a schema may have. */
  List<String> values(String path) {
    List<String> values = new ArrayList<>();
    document.at("/components/schemas/" + path + "/enum").forEach(each -> values.add(each.asText()));
    return values;
  }

  /** The messages of an operation, by name. */
  List<String> messages(String operation) {
    List<String> names = new ArrayList<>();
    for (JsonNode message : document.at("/operations/" + operation + "/messages")) {
      String reference = message.path("$ref").asText();
      names.add(reference.substring(reference.lastIndexOf('/') + 1));
    }
    return names;
  }

  /** What of a message is not as the document says; empty when nothing is. */
  List<String> violations(String message, JsonNode value) {
    JsonNode payload = document.at("/components/messages/" + message + "/payload");
    return compared(payload.path("$ref").asText(), value);
  }

  /** The same for a schema. */
  List<String> violationsOf(String schema, JsonNode value) {
    return compared("#/components/schemas/" + schema, value);
  }

  private List<String> compared(String reference, JsonNode value) {
    ObjectNode root = Repository.JSON.createObjectNode();
    root.putArray("allOf").addObject().put("$ref", reference);
    root.set("components", document.path("components").deepCopy());
    return registry
        .getSchema(root)
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** The schema of {@code openapi.yaml} that the rows of a type have, by type. */
  Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    document
        .path("x-rows")
        .properties()
        .forEach(each -> rows.put(each.getKey(), each.getValue().path("$ref").asText()));
    return rows;
  }
}
