package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.runner.seed.DevelopmentTokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the running system, and how it says no. */
@ExtendWith(GuardedStageExtension.class)
class AccessOverHttpTest {

  private static final String NUMBERS = BASE + "/phone-numbers";

  private final GuardedStage stage;
  private final Dashboard dashboard;

  AccessOverHttpTest(GuardedStage stage) {
    this.stage = stage;
    this.dashboard = new Dashboard(stage.facts());
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void withoutATokenNobodyIsLetIn() {
    assertUnauthenticated(dashboard.call("GET", NUMBERS, Map.of(), MissingNode.getInstance()));
  }

  @Test
  void anExpiredTokenIsRefused() {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    assertUnauthenticated(with(tokensOfTheIssuer().mint(administrator(), yesterday)));
  }

  @Test
  void aTokenThatIsStillGoodIsTaken() {
    assertThat(with(tokensOfTheIssuer().mint(administrator(), Instant.now())).status())
        .isEqualTo(200);
  }

  @Test
  void aTokenOfAnotherIssuersKeyIsRefused() {
    DevelopmentTokens forger =
        new DevelopmentTokens(
            "a key of the right length that is not the stage's own",
            "http://localhost/runner",
            "mightycall-dashboard");
    assertUnauthenticated(with(forger.mint(administrator(), Instant.now())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer nonsense", "Basic YWRtaW46YWRtaW4=", "Bearer"})
  void whatIsNoTokenIsRefused(String header) {
    assertUnauthenticated(
        dashboard.call("GET", NUMBERS, Map.of("Authorization", header), MissingNode.getInstance()));
  }

  @ParameterizedTest
  @CsvSource({
    "org_admin, PATCH, /api/admin/mightycall/phone-numbers/+13123194556",
    "org_admin, POST, /api/admin/mightycall/sync",
    "org_manager, GET, /api/admin/mightycall/usage",
    "agent, GET, /api/admin/mightycall/reports",
    "agent, PUT, /api/admin/orgs/genx",
    "none, GET, /api/admin/orgs"
  })
  void theWrongRoleIsForbidden(String role, String method, String path) {
    Answer answer =
        method.equals("GET")
            ? dashboard.get(role, path)
            : dashboard.send(method, role, path.replace("+", "%2B"), "{}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.error()).isEqualTo("unauthorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nothing", "/", "/api/admin/mightycall/phone-numbers/1/2/3"})
  void aPathThatNobodyOwnsIsNotFound(String path) {
    Answer answer = dashboard.get("platform_admin", path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.error()).isEqualTo("not_found");
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.body().path("request_id").asText())
        .isEqualTo(answer.headers().get("x-request-id"));
  }

  @Test
  void aMethodThatAPathDoesNotHaveIsNamedWithThoseThatItHas() {
    Answer answer = dashboard.send("PUT", "platform_admin", NUMBERS, "{}");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.error()).isEqualTo("method_not_allowed");
    assertThat(answer.headers().get("allow")).contains("GET");
  }

  @Test
  void aBrowserMayAskBeforeItHasAToken() {
    Answer answer =
        dashboard.call(
            "OPTIONS",
            NUMBERS,
            Map.of("Access-Control-Request-Method", "GET"),
            MissingNode.getInstance());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers().get("access-control-allow-methods")).contains("GET");
    assertThat(answer.headers().get("access-control-allow-headers")).contains("authorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/config", "/api/health", "/api/openapi.json"})
  void whatAnybodyMayKnowNeedsNoToken(String path) {
    Answer answer = dashboard.call("GET", path, Map.of(), MissingNode.getInstance());
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void nothingIsMissingFromAStageThatRuns() {
    Answer answer = dashboard.call("GET", "/api/health", Map.of(), MissingNode.getInstance());
    assertThat(answer.body().path("status").asText()).isEqualTo("ok");
    assertThat(answer.body().path("missing")).isEmpty();
  }

  private Answer with(String token) {
    return dashboard.call(
        "GET", NUMBERS, Map.of("Authorization", "Bearer " + token), MissingNode.getInstance());
  }

  private String administrator() {
    return Optional.ofNullable(stage.facts().subjects().get("platform_admin")).orElseThrow();
  }

  private DevelopmentTokens tokensOfTheIssuer() {
    String name = stage.facts().stage() + "/jwt-hs256";
    try (var services = stage.services()) {
      String secret =
          services
              .secretsManager()
              .getSecretValue(request -> request.secretId(name))
              .secretString();
      return new DevelopmentTokens(
          Repository.JSON.readTree(secret).path("key").asText(),
          "http://localhost/runner",
          "mightycall-dashboard");
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException(name + " is no JSON", malformed);
    }
  }

  private static void assertUnauthenticated(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("unauthenticated");
    assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
  }
}
