package callcentre.api;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.examples.Examples;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a request meets before and after the code of its route, through the real handler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {

  private static final String NUMBERS = "/api/admin/mightycall/phone-numbers";

  private final ApiHarness api = Examples.start();

  @AfterAll
  void close() {
    api.close();
  }

  @Test
  void anAllowedCallerIsAnswered() {
    Answer answer = api.get(NUMBERS).as(Callers.manager("north")).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("access").asText()).isEqualTo("SCOPED");
    assertThat(answer.json().at("/phone_numbers/0/number").asText()).isEqualTo("+18482161220");
  }

  @Test
  void nobodyIs401() {
    Answer answer = api.get(NUMBERS).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  @Test
  void theWrongRoleIs403() {
    Answer answer = api.patch(NUMBERS + "/8482161220").as(Callers.agent("north")).body("{}").send();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.error()).isEqualTo("unauthorized");
    assertThat(api.get(NUMBERS).as(Callers.nobody()).send().status()).isEqualTo(403);
  }

  @Test
  void anUnknownPathIs404() {
    Answer answer = api.get("/api/admin/nothing").as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
  }

  @Test
  void anOwnedPathWithAnotherMethodIs405AndSaysWhichThereAre() {
    for (String method : new String[] {"POST", "HEAD", "TRACE", "BREW"}) {
      Answer answer = api.request(method, NUMBERS).as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.error()).isEqualTo("method_not_allowed");
      assertThat(answer.header("Allow")).contains("GET, OPTIONS");
    }
  }

  @Test
  void aPreflightIsAnsweredWithoutAPrincipal() {
    Answer answer =
        api.request("OPTIONS", NUMBERS + "/8482161220")
            .header("Origin", "http://localhost:3000")
            .header("Access-Control-Request-Method", "PATCH")
            .send();
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("DELETE, PATCH, OPTIONS");
    assertThat(answer.header("x-request-id")).isPresent();
    assertThat(api.request("OPTIONS", "/api/admin/nothing").send().status()).isEqualTo(404);
  }

  @Test
  void everyAnswerCarriesIdCorsAndSecurityHeaders() {
    for (Request request :
        new Request[] {
          api.get(NUMBERS).as(Callers.admin()),
          api.get(NUMBERS + "?limit=x").as(Callers.admin()),
          api.get(NUMBERS),
          api.get("/api/nothing")
        }) {
      Answer answer = request.id("id-7").header("Origin", "https://dashboard.example").send();
      assertThat(answer.header("x-request-id")).contains("id-7");
      assertThat(answer.header("Access-Control-Allow-Origin"))
          .contains("https://dashboard.example");
      assertThat(answer.header("Vary")).contains("Origin");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Content-Length")).isEmpty();
    }
  }

  @Test
  void aProblemHasTheOneShape() {
    Answer answer = api.get(NUMBERS + "?limit=0").as(Callers.admin()).id("id-8").send();
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().toString())
        .isEqualTo(
            """
            {"type":"about:blank","title":"Invalid request","status":400,\
            "detail":"limit: must be a whole number from 1 to 200; to read further use cursor.\
             Nothing was changed.","instance":"urn:request:id-8","error":"invalid_request",\
            "request_id":"id-8","retryable":false,"errors":[{"field":"limit",\
            "message":"must be a whole number from 1 to 200; to read further use cursor"}]}""");
  }

  @Test
  void anyAcceptHeaderIsAnsweredInJson() {
    Answer answer = api.get(NUMBERS).as(Callers.admin()).header("Accept", "text/html").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @Test
  void noHeaderOfAClientCanBreakTheRouter() {
    Answer answer =
        api.get(NUMBERS)
            .as(Callers.admin())
            .header("User-Agent", " \u0001 odd")
            .header("X-User-Id", "\n")
            .header("Cookie", "a=b; =")
            .header("Content-Type", "nonsense")
            .send();
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aFailureInsideARouteSaysNothingOfItsReason() {
    Answer answer = api.delete(NUMBERS + "/8482161220").as(Callers.admin()).send();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.error()).isEqualTo("internal_error");
    assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
  }

  @Test
  void anEventWithoutAnythingIsStillAnswered() {
    Answer answer =
        Answer.of(api.function().handleRequest(new APIGatewayProxyRequestEvent(), null));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("x-request-id")).contains("unknown");
  }

  @Test
  void aSnapshotIsPrimedThroughTheWholeFunction() {
    assertThat(api.prime().statuses())
        .containsEntry(NUMBERS, 200)
        .containsEntry("/api/admin/users/{userId}", 200)
        .containsEntry("/api/admin/orgs", 503)
        .hasSize(3);
  }
}
