package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.problem.ErrorCode;
import callcentre.checks.Repository;
import callcentre.checks.openapi.OpenApi;
import callcentre.checks.openapi.Schemas;
import callcentre.cloud.template.Section;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gateway answers by itself looks like what the functions answer. */
class GatewayResponsesTest {

  /** Every response type that API Gateway can send for a REST API without API keys of its own. */
  private static final List<String> TYPES =
      List.of(
          "ACCESS_DENIED",
          "API_CONFIGURATION_ERROR",
          "AUTHORIZER_CONFIGURATION_ERROR",
          "AUTHORIZER_FAILURE",
          "BAD_REQUEST_BODY",
          "BAD_REQUEST_PARAMETERS",
          "DEFAULT_4XX",
          "DEFAULT_5XX",
          "EXPIRED_TOKEN",
          "INTEGRATION_FAILURE",
          "INTEGRATION_TIMEOUT",
          "INVALID_API_KEY",
          "INVALID_SIGNATURE",
          "MISSING_AUTHENTICATION_TOKEN",
          "QUOTA_EXCEEDED",
          "REQUEST_TOO_LARGE",
          "RESOURCE_NOT_FOUND",
          "THROTTLED",
          "UNAUTHORIZED",
          "UNSUPPORTED_MEDIA_TYPE",
          "WAF_FILTERED");

  private static final Set<String> NEEDS_AUTHORIZER_OR_KEY =
      Set.of(
          "ACCESS_DENIED",
          "AUTHORIZER_CONFIGURATION_ERROR",
          "AUTHORIZER_FAILURE",
          "EXPIRED_TOKEN",
          "INVALID_API_KEY",
          "INVALID_SIGNATURE",
          "QUOTA_EXCEEDED",
          "UNAUTHORIZED");

  private static final Map<String, Section> RESPONSES =
      Stack.read().properties("RestApi").sectionsByName("GatewayResponses");

  private final OpenApi openApi = OpenApi.read();
  private final Schemas schemas = new Schemas(openApi);

  record Answer(String type, Section section) {
    JsonNode body() {
      String template = section.requireSection("ResponseTemplates").requireText("application/json");
      try {
        return Repository.JSON.readTree(template.replace("$context.requestId", "id-of-request"));
      } catch (JsonProcessingException malformed) {
        throw new IllegalStateException(type + " is no JSON after substitution", malformed);
      }
    }

    Map<String, String> headers() {
      return section.requireSection("ResponseParameters").textsByName("Headers");
    }

    @Override
    public String toString() {
      return type;
    }
  }

  static Stream<Answer> answers() {
    return RESPONSES.entrySet().stream().map(each -> new Answer(each.getKey(), each.getValue()));
  }

  @Test
  void everyAnswerTheGatewayCanMakeIsOurs() {
    assertThat(RESPONSES.keySet()).containsExactlyInAnyOrderElementsOf(TYPES);
  }

  @Test
  void theApiOfRecordingsAnswersInTheSameWordsWhatItCanAnswerWithoutAuthorizerAndKeys() {
    Map<String, Section> ofAudio =
        Stack.read().properties("AudioApi").sectionsByName("GatewayResponses");
    assertThat(ofAudio.keySet())
        .containsExactlyInAnyOrderElementsOf(
            TYPES.stream().filter(type -> !NEEDS_AUTHORIZER_OR_KEY.contains(type)).toList());
    ofAudio.forEach(
        (type, section) ->
            assertThat(section.values()).as(type).isEqualTo(RESPONSES.get(type).values()));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theBodyIsAProblemOfTheCatalogue(Answer answer) {
    JsonNode body = answer.body();
    assertThat(schemas.violations(openApi.document().at("/components/schemas/Problem"), body))
        .isEmpty();
    Optional<ErrorCode> code =
        Stream.of(ErrorCode.values())
            .filter(each -> each.code().equals(body.path("error").asText()))
            .findFirst();
    assertThat(code).as(answer + " has a known code").isPresent();
    ErrorCode known = code.orElseThrow();
    assertThat(body.path("status").asInt()).isEqualTo(known.status());
    assertThat(body.path("title").asText()).isEqualTo(known.title());
    assertThat(body.path("retryable").asBoolean()).isEqualTo(known.retryable());
    assertThat(body.path("request_id").asText()).isEqualTo("id-of-request");
    assertThat(body.path("instance").asText()).isEqualTo("urn:request:id-of-request");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theStatusInTheBodyIsTheStatusThatIsSent(Answer answer) {
    assertThat(answer.section().text("StatusCode"))
        .as(answer + " without StatusCode is sent with whatever the gateway takes")
        .contains(answer.body().path("status").asText());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aBrowserMayReadItAndTheRequestIdIsThere(Answer answer) {
    assertThat(answer.headers())
        .containsEntry("Content-Type", "'application/problem+json'")
        .containsEntry("Access-Control-Allow-Origin", "'*'")
        .containsEntry("x-request-id", "context.requestId");
    assertThat(answer.headers().get("Access-Control-Expose-Headers"))
        .contains("x-request-id", "retry-after");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void whatCanBeTriedAgainSaysWhen(Answer answer) {
    assertThat(answer.headers().containsKey("Retry-After"))
        .isEqualTo(answer.body().path("retryable").asBoolean());
  }

  @Test
  void anUnknownPathIsNotFoundAndAFailingAuthorizerIsUnavailable() {
    assertThat(codeOf("MISSING_AUTHENTICATION_TOKEN")).isEqualTo("not_found");
    assertThat(codeOf("AUTHORIZER_FAILURE")).isEqualTo("temporarily_unavailable");
    assertThat(codeOf("AUTHORIZER_CONFIGURATION_ERROR")).isEqualTo("temporarily_unavailable");
    assertThat(codeOf("UNAUTHORIZED")).isEqualTo("unauthenticated");
    assertThat(codeOf("ACCESS_DENIED")).isEqualTo("unauthorized");
  }

  private static String codeOf(String type) {
    return answers()
        .filter(answer -> answer.type().equals(type))
        .findFirst()
        .map(answer -> answer.body().path("error").asText())
        .orElse("");
  }
}
