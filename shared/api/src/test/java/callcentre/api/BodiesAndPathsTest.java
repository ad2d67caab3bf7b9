package callcentre.api;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.examples.Examples;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good and bad input, through the real handler and router. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodiesAndPathsTest {

  private static final String NUMBERS = "/api/admin/mightycall/phone-numbers/";

  private final ApiHarness api = Examples.start();

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void aPatchTellsLeftOutFromNull() {
    JsonNode cleared = patch("{\"label\":null,\"orgId\":\"north\",\"weight\":1}").json();
    assertThat(cleared.path("label").asText()).isEqualTo("removed");
    assertThat(cleared.path("org").asText()).isEqualTo("north");
    JsonNode kept = patch("{\"weight\":1}").json();
    assertThat(kept.path("label").asText()).isEqualTo("stored");
    assertThat(kept.path("label_given").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"weight\":\"1\"}                  | weight | must be a whole number",
        "{\"weight\":1.5}                    | weight | must be a whole number",
        "{\"weight\":null}                   | weight | must be a whole number",
        "{\"weight\":1,\"label\":3}          | label  | must be text",
        "{\"weight\":1,\"orgId\":\"a b\"}    | orgId  | an organisation id has",
        "{\"weight\":1,\"orgId\":7}          | orgId  | must be text",
        "{\"weight\":1,\"x\":3}              | x      | is not known here; known: label, orgId",
        "{\"weight\":1,\"weight\":2}         | body   | is not valid JSON: a property is given twice",
        "{\"weight\":1}}                     | body   | is not valid JSON",
        "{\"weight\":                        | body   | is not valid JSON",
        "weight=1                            | body   | is not valid JSON",
        "[]                                  | body   | must be an object",
        "null                                | body   | is required",
        "``                                  | body   | is required"
      })
  void aBodyThatIsWrongIs400WithItsField(String body, String field, String message) {
    Answer answer = patch(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("invalid_request");
    assertThat(answer.errorFields()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/message").asText()).startsWith(message);
    assertThat(answer.body()).doesNotContain("java").doesNotContain("callcentre.");
  }

  @Test
  void aWrongElementOfAListIsNamedWithItsPlace() {
    Answer answer =
        api.post("/api/admin/mightycall/sync")
            .as(Callers.admin())
            .body("{\"datasets\":[\"numbers\",\"faxes\"]}")
            .send();
    assertThat(answer.errorFields()).isEqualTo("datasets[1]");
    assertThat(answer.json().at("/errors/0/message").asText())
        .isEqualTo("must be one of numbers, extensions, journal, calls, voicemails");
  }

  @Test
  void aBodyThatMayBeLeftOutMayBeLeftOut() {
    Answer answer = api.post("/api/admin/mightycall/sync").as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(200);
    Answer typed =
        api.post("/api/admin/mightycall/sync")
            .as(Callers.admin())
            .header("Content-Type", "application/json")
            .send();
    assertThat(typed.status()).isEqualTo(200);
  }

  @Test
  void anErrorOfARouteCarriesItsMembersAndHeaders() {
    Answer answer =
        api.post("/api/admin/mightycall/sync")
            .as(Callers.admin())
            .body("{\"datasets\":[\"numbers\"]}")
            .send();
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.error()).isEqualTo("sync_running");
    assertThat(answer.json().path("job_id").asText()).isEqualTo("7");
    assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    assertThat(answer.header("Retry-After")).contains("2");
  }

  @Test
  void aBodyThatIsNotJsonIs415() {
    Answer answer =
        api.patch(NUMBERS + "8482161220")
            .as(Callers.admin())
            .header("Content-Type", "text/plain")
            .body("{\"weight\":1}")
            .send();
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.error()).isEqualTo("unsupported_media_type");
  }

  @Test
  void aBodyThatIsTooLargeIs413() {
    String large = "{\"label\":\"" + "x".repeat(300 * 1024) + "\",\"weight\":1}";
    Answer answer = patch(large);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).isEqualTo("payload_too_large");
  }

  @Test
  void aBodyInBase64IsTheSameBody() {
    var request = api.patch(NUMBERS + "8482161220").as(Callers.admin()).body("");
    request
        .event()
        .withBody(
            Base64.getEncoder()
                .encodeToString("{\"label\":\"é\",\"weight\":1}".getBytes(StandardCharsets.UTF_8)))
        .withIsBase64Encoded(true);
    assertThat(request.send().json().path("label").asText()).isEqualTo("é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8482161220",
        "848-216-1220",
        "+1%20(848)%20216-1220",
        "18482161220",
        "+18482161220",
        "%2B18482161220",
        "%2b18482161220",
        "%2018482161220"
      })
  void allNotationsOfANumberAreOnePath(String written) {
    JsonNode answer =
        api.patch(NUMBERS + written).as(Callers.admin()).body("{\"weight\":1}").send().json();
    assertThat(answer.path("number").asText()).isEqualTo("+18482161220");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "abc", "%00", "+", "%20"})
  void aPathThatCannotBeANumberIs400WithTheField(String written) {
    Answer answer = api.patch(NUMBERS + written).as(Callers.admin()).body("{\"weight\":1}").send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("number");
  }

  @ParameterizedTest
  @CsvSource({
    "auth0|7, auth0|7",
    "auth0%7C7, auth0|7",
    "a%20b, a b",
    "a+b, a+b",
    "a%2Fb, a/b",
    "100%, 100%",
    "{userId}, {userId}",
    "%C3%BC, ü",
    "a%3Fb%23c, a?b#c"
  })
  void anyUserIdReachesItsRouteAsItIs(String written, String userId) {
    Answer answer = api.get("/api/admin/users/" + written).as(Callers.admin()).send();
    assertThat(answer.json().path("user_id").asText()).isEqualTo(userId);
  }

  private Answer patch(String body) {
    return api.patch(NUMBERS + "8482161220").as(Callers.admin()).body(body).send();
  }
}
