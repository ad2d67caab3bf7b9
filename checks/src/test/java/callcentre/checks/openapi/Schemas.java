package callcentre.checks.openapi;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Compares values with the document's schemas (JSON Schema 2020-12, as OpenAPI 3.1 has it). */
public final class Schemas {

  private final ObjectNode components;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  public Schemas(OpenApi openApi) {
    this.components = openApi.document().path("components").deepCopy();
  }

  /**
   * What is wrong with a value.
   *
   * @param schema as it stands in the document, with its references
   * @return empty when nothing is
   */
  public List<String> violations(JsonNode schema, JsonNode value) {
    ObjectNode root = Repository.JSON.createObjectNode();
    ArrayNode all = root.putArray("allOf");
    all.add(schema);
    root.set("components", components);
    Schema compiled = registry.getSchema(root);
    List<Error> errors =
        compiled.validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    return errors.stream().map(Error::toString).toList();
  }
}
