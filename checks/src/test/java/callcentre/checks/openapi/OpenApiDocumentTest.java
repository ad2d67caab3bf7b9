package callcentre.checks.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The document by itself. {@code -Dopenapi.write=true} writes the JSON that {@code operations}
 * serves; the command is at the top of the document.
 */
class OpenApiDocumentTest {

  private static final String SERVED = "functions/operations/src/main/resources/openapi.json";

  private final OpenApi openApi = OpenApi.read();
  private final Schemas schemas = new Schemas(openApi);

  @Test
  void theServedJsonIsTheDocument() throws IOException {
    String expected =
        Repository.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(openApi.document())
            + "\n";
    Path served = Repository.file(SERVED);
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(served.getParent());
      Files.writeString(served, expected);
    }
    assertThat(served).exists();
    assertThat(Files.readString(served).equals(expected))
        .as("%s differs; the command at the top of %s writes it again", SERVED, OpenApi.FILE)
        .isTrue();
  }

  @Test
  void everyReferencePointsToSomethingAndEveryComponentIsUsed() {
    Set<String> used = new LinkedHashSet<>();
    walk(
        openApi.document(),
        node -> {
          if (node.has("$ref")) {
            assertThat(openApi.resolved(node)).isNotNull();
            used.add(node.path("$ref").asText());
          }
        });

    List<String> declared = new ArrayList<>();
    for (Map.Entry<String, JsonNode> kind : openApi.document().path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        kind.getValue()
            .fieldNames()
            .forEachRemaining(name -> declared.add("#/components/" + kind.getKey() + "/" + name));
      }
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyExampleIsWhatItsSchemaSays() {
    List<String> wrong = new ArrayList<>();
    for (OpenApi.Operation operation : openApi.operations()) {
      List<JsonNode> contents = new ArrayList<>();
      contents.add(openApi.resolved(operation.node().path("requestBody")).path("content"));
      operation
          .node()
          .path("responses")
          .forEach(response -> contents.add(openApi.resolved(response).path("content")));
      for (JsonNode content : contents) {
        content.forEach(media -> wrong.addAll(violations(operation, media)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyParametersExampleIsWhatItsSchemaSays() {
    List<String> wrong = new ArrayList<>();
    for (OpenApi.Operation operation : openApi.operations()) {
      for (JsonNode parameter : operation.parameters()) {
        if (parameter.has("example")) {
          wrong.addAll(schemas.violations(parameter.path("schema"), parameter.path("example")));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void operationIdsAreUniqueAndEveryOperationSaysWhatItDoes() {
    assertThat(openApi.operations()).extracting(OpenApi.Operation::id).doesNotHaveDuplicates();
    assertThat(openApi.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.id()).matches("[a-z][A-Za-z]+");
              assertThat(operation.node().path("summary").asText()).isNotBlank();
              assertThat(operation.node().path("tags")).hasSize(1);
            });
  }

  @Test
  void everyPathVariableIsDeclaredAndNoOther() {
    for (OpenApi.Operation operation : openApi.operations()) {
      List<String> declared =
          operation.parameters().stream()
              .filter(parameter -> parameter.path("in").asText().equals("path"))
              .map(parameter -> parameter.path("name").asText())
              .toList();
      List<String> inPath =
          Stream.of(operation.path().split("/"))
              .filter(segment -> segment.startsWith("{"))
              .map(segment -> segment.substring(1, segment.length() - 1))
              .toList();
      assertThat(declared).as(operation.toString()).containsExactlyElementsOf(inPath);
    }
  }

  @Test
  void aQueryNameOfTwoWordsNamesItsOtherSpelling() {
    for (OpenApi.Operation operation : openApi.operations()) {
      for (JsonNode parameter : operation.parameters()) {
        String name = parameter.path("name").asText();
        if (parameter.path("in").asText().equals("query") && !other(name).equals(name)) {
          assertThat(parameter.path("x-also-spelled").asText())
              .as(operation + " " + name)
              .isEqualTo(other(name));
        }
      }
    }
  }

  /** {@code org_id} for {@code orgId} and the other way round. */
  private static String other(String name) {
    if (name.contains("_")) {
      StringBuilder camel = new StringBuilder();
      for (String word : name.split("_")) {
        camel.append(
            camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
      }
      return camel.toString();
    }
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private List<String> violations(OpenApi.Operation operation, JsonNode media) {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> example : media.path("examples").properties()) {
      JsonNode value = openApi.resolved(example.getValue()).path("value");
      schemas
          .violations(media.path("schema"), value)
          .forEach(error -> wrong.add(operation + ", example " + example.getKey() + ": " + error));
    }
    return wrong;
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visit) {
    visit.accept(node);
    node.forEach(child -> walk(child, visit));
  }
}
