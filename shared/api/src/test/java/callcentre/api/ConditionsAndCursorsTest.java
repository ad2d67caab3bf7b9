package callcentre.api;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.examples.Examples;
import callcentre.api.testing.Answer;
import callcentre.api.testing.ApiHarness;
import callcentre.api.testing.Callers;
import callcentre.api.testing.Request;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(CloudExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionsAndCursorsTest {

  private static final String SETTINGS = "/api/admin/orgs/north/settings";

  private ApiHarness api;

  @BeforeAll
  void start(Cloud cloud) {
    api = ApiHarness.in(cloud).signing().bean(Examples.class, Examples.on()).start();
  }

  @AfterAll
  void close() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v7\"", "*", "\"v6\", \"v7\""})
  void aMatchingVersionMayBeChanged(String condition) {
    Answer answer = put().header("if-match", condition).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).contains("\"v8\"");
  }

  @Test
  void withoutAConditionAnyVersionMayBeChanged() {
    assertThat(put().send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v6\"", "W/\"v7\"", "\"\""})
  void anotherVersionIs412WithTheCurrentOne(String condition) {
    Answer answer = put().header("If-Match", condition).send();
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.error()).isEqualTo("precondition_failed");
    assertThat(answer.header("ETag")).contains("\"v7\"");
    assertThat(answer.json().at("/current/version").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v7", "\"v7", "\"v7\" \"v8\""})
  void aConditionOfAnotherFormIs400(String condition) {
    Answer answer = put().header("If-Match", condition).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorFields()).isEqualTo("If-Match");
  }

  @Test
  void aCursorLeadsOnWithTheSameFiltersAndAnotherPageSize() {
    String cursor = cursor("?orgId=north");
    Answer next =
        api.get("/api/admin/orgs?org_id=north&limit=7&cursor=" + cursor)
            .as(Callers.manager("north"))
            .send();
    assertThat(next.json().path("from").asText()).isEqualTo("last");
  }

  @Test
  void aCursorOfAnotherFilterPersonRightOrMakingIs400() {
    String cursor = cursor("?orgId=north");
    var manager = Callers.manager("north");
    for (Answer answer :
        new Answer[] {
          api.get("/api/admin/orgs?cursor=" + cursor).as(manager).send(),
          api.get("/api/admin/orgs?orgId=south&cursor=" + cursor).as(manager).send(),
          api.get("/api/admin/orgs?orgId=north&cursor=" + cursor).as(Callers.admin()).send(),
          api.get("/api/admin/orgs?orgId=north&cursor=" + cursor)
              .as(Callers.withId(manager, "bob"))
              .send(),
          api.get("/api/admin/orgs?orgId=north&cursor=" + cursor)
              .as(Callers.manager("north", "south"))
              .send(),
          api.get("/api/admin/orgs?orgId=north&cursor=forged").as(manager).send()
        }) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.errorFields()).isEqualTo("cursor");
    }
  }

  @Test
  void aMissingSigningSecretIs503AndNamesIt(Cloud cloud) {
    try (ApiHarness unsigned =
        ApiHarness.in(cloud)
            .bean(Examples.class, Examples.on())
            .with(Variable.SIGNING_SECRET_ID, "nowhere/signing")
            .start()) {
      Answer answer = unsigned.get("/api/admin/orgs").as(Callers.admin()).send();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.error()).isEqualTo("temporarily_unavailable");
      assertThat(answer.json().at("/missing/0").asText()).isEqualTo("nowhere/signing");
    }
    try (ApiHarness unset = ApiHarness.in(cloud).bean(Examples.class, Examples.on()).start()) {
      Answer answer = unset.get("/api/admin/orgs").as(Callers.admin()).send();
      assertThat(answer.json().at("/missing/0").asText()).isEqualTo("SIGNING_SECRET_ID");
    }
  }

  private Request put() {
    return api.put(SETTINGS).as(Callers.admin());
  }

  private String cursor(String query) {
    return api.get("/api/admin/orgs" + query)
        .as(Callers.manager("north"))
        .send()
        .json()
        .path("next_cursor")
        .asText();
  }
}
