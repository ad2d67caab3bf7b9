package callcentre.checks.openapi;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code docs/openapi.yaml}, read. */
public final class OpenApi {

  public static final String FILE = "docs/openapi.yaml";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /**
   * One operation.
   *
   * @param method in capitals
   * @param parameters its own and those of its path, references resolved
   */
  public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

    public String id() {
      return node.path("operationId").asText();
    }

    /** Whether it asks for no token. */
    public boolean isPublic() {
      return node.has("security") && node.path("security").isEmpty();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  public static OpenApi read() {
    return new OpenApi(Repository.yaml(FILE));
  }

  public JsonNode document() {
    return document;
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> item : path.getValue().properties()) {
        if (METHODS.contains(item.getKey())) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(node -> parameters.add(resolved(node)));
          item.getValue().path("parameters").forEach(node -> parameters.add(resolved(node)));
          operations.add(
              new Operation(
                  item.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  item.getValue(),
                  List.copyOf(parameters)));
        }
      }
    }
    return List.copyOf(operations);
  }

  /** The operation of a method and path template. */
  public Operation operation(String method, String path) {
    return operations().stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(FILE + " has no " + method + " " + path));
  }

  /** What a node stands for: the target when it is a reference, else itself. */
  public JsonNode resolved(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    String reference = node.path("$ref").asText();
    if (!reference.startsWith("#/")) {
      throw new IllegalArgumentException(reference + " does not point into the document");
    }
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException(reference + " points to nothing");
    }
    return resolved(target);
  }
}
