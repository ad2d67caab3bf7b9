package callcentre.checks.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.problem.ErrorCode;
import callcentre.api.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The errors that the document promises are those of the catalogue in the code. */
class ErrorsTest {

  private static final Map<String, ErrorCode> CATALOGUE =
      Stream.of(ErrorCode.values()).collect(Collectors.toMap(ErrorCode::code, Function.identity()));

  private final OpenApi openApi = OpenApi.read();

  @Test
  void theProblemSchemaListsTheWholeCatalogue() {
    assertThat(texts(openApi.document().at("/components/schemas/Problem/properties/error/enum")))
        .containsExactlyInAnyOrderElementsOf(CATALOGUE.keySet());
  }

  @Test
  void everyErrorAnswerIsAProblemWhoseCodesHaveItsStatus() {
    for (OpenApi.Operation operation : openApi.operations()) {
      for (Map.Entry<String, JsonNode> response : operation.node().path("responses").properties()) {
        int status = Integer.parseInt(response.getKey());
        if (status >= 400) {
          JsonNode schema = problemOf(response.getValue());
          assertThat(schema.at("/allOf/0/$ref").asText()).isEqualTo("#/components/schemas/Problem");
          JsonNode narrowed = schema.at("/allOf/1/properties");
          assertThat(narrowed.at("/status/const").asInt())
              .as(operation + " " + status)
              .isEqualTo(status);
          assertThat(codes(narrowed.path("error")))
              .as(operation + " " + status)
              .isNotEmpty()
              .allSatisfy(code -> assertThat(CATALOGUE.get(code).status()).isEqualTo(status));
        }
      }
    }
  }

  @Test
  void everyAnswerCarriesTheRequestId() {
    for (OpenApi.Operation operation : openApi.operations()) {
      for (JsonNode response : operation.node().path("responses")) {
        assertThat(openApi.resolved(response).path("headers").has("x-request-id"))
            .as(operation.toString())
            .isTrue();
      }
    }
  }

  @Test
  void everyOperationWithATokenMayAnswerThatItIsMissingOrNotEnough() {
    for (OpenApi.Operation operation : openApi.operations()) {
      Set<String> statuses = new TreeSet<>();
      operation.node().path("responses").fieldNames().forEachRemaining(statuses::add);
      assertThat(statuses).as(operation.toString()).contains("429", "500", "503");
      if (!operation.isPublic()) {
        assertThat(statuses).as(operation.toString()).contains("401", "403");
      }
      // What comes without a token is MightyCall's, whose bodies are taken in any form.
      if (operation.node().has("requestBody") && !operation.isPublic()) {
        assertThat(statuses).as(operation.toString()).contains("400", "413", "415");
      }
      if (operation.parameters().stream()
          .anyMatch(parameter -> parameter.path("in").asText().equals("query"))) {
        assertThat(statuses).as(operation.toString()).contains("400");
      }
    }
  }

  @Test
  void whatCanBeTriedAgainLaterSaysWhen() {
    for (OpenApi.Operation operation : openApi.operations()) {
      for (String status : List.of("429", "503")) {
        JsonNode response = openApi.resolved(operation.node().path("responses").path(status));
        assertThat(response.path("headers").has("Retry-After"))
            .as(operation + " " + status)
            .isTrue();
      }
    }
  }

  @Test
  void theExamplesOfProblemsHaveTheTitlesOfTheCatalogue() {
    for (JsonNode example : openApi.document().at("/components/examples")) {
      JsonNode value = example.path("value");
      if (value.has("error")) {
        ErrorCode code = CATALOGUE.get(value.path("error").asText());
        assertThat(value.path("title").asText()).isEqualTo(code.title());
        assertThat(value.path("status").asInt()).isEqualTo(code.status());
        assertThat(value.path("retryable").asBoolean()).isEqualTo(code.retryable());
      }
    }
  }

  private JsonNode problemOf(JsonNode response) {
    return openApi.resolved(response).path("content").path(Problem.MEDIA_TYPE).path("schema");
  }

  private static List<String> codes(JsonNode schema) {
    return schema.has("const")
        ? List.of(schema.path("const").asText())
        : texts(schema.path("enum"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
