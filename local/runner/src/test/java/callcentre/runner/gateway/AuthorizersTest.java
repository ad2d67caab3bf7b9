package callcentre.runner.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.runner.process.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final GatewayFixture gateway = new GatewayFixture();

  @BeforeEach
  void echo() {
    gateway.answers("echo", GatewayFixture::echo);
  }

  @AfterEach
  void stop() throws InterruptedException {
    gateway.close();
  }

  @Test
  void withoutTheIdentityHeaderNobodyIsAsked() throws Exception {
    HttpResponse<String> answer = gateway.send("/guarded");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(gateway.invocations()).isEmpty();
  }

  @Test
  void theContextReachesTheFunctionAsStrings() throws Exception {
    gateway.answers(
        "authorizer", event -> allow("*", "\"role\":\"agent\",\"level\":3,\"absent\":null"));

    JsonNode event = JSON.readTree(send("/guarded", "Bearer a").body());

    assertThat(event.path("requestContext").path("authorizer"))
        .isEqualTo(JSON.readTree("{\"principalId\":\"maria\",\"role\":\"agent\",\"level\":\"3\"}"));
  }

  @Test
  void oneAnswerServesAllRoutesOfATokenUntilItIsOld() throws Exception {
    gateway.answers("authorizer", event -> allow("*", ""));

    send("/guarded", "Bearer a");
    send("/guarded/too", "Bearer a");
    assertThat(gateway.invocations("authorizer")).isEqualTo(1);

    send("/guarded", "Bearer b");
    assertThat(gateway.invocations("authorizer")).isEqualTo(2);

    gateway.clock.move(GatewayFixture.CACHE);
    send("/guarded", "Bearer a");
    assertThat(gateway.invocations("authorizer")).isEqualTo(3);
  }

  @Test
  void anAuthorizerOfKindRequestGetsTheRequest() throws Exception {
    gateway.answers("authorizer", event -> allow("*", ""));

    send("/guarded?limit=1", "Bearer a");

    JsonNode event = JSON.readTree(gateway.invocations().getFirst().event());
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("methodArn").asText())
        .isEqualTo("arn:aws:execute-api:us-east-1:000000000000:local/local/GET/guarded");
    assertThat(event.path("headers").path("Authorization").asText()).isEqualTo("Bearer a");
    assertThat(event.path("queryStringParameters").path("limit").asText()).isEqualTo("1");
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void anAuthorizerOfKindTokenGetsTheTokenOnly() throws Exception {
    gateway.authorizer(Authorizer.Kind.TOKEN);
    gateway.answers("authorizer", event -> allow("*", ""));

    send("/guarded", "Bearer a");

    assertThat(JSON.readTree(gateway.invocations().getFirst().event()))
        .isEqualTo(
            JSON.readTree(
                "{\"type\":\"TOKEN\",\"authorizationToken\":\"Bearer a\",\"methodArn\":"
                    + "\"arn:aws:execute-api:us-east-1:000000000000:local/local/GET/guarded\"}"));
  }

  @Test
  void theErrorUnauthorizedIs401AndIsNotRemembered() throws Exception {
    gateway.answers(
        "authorizer", event -> new Outcome.Failure("java.lang.RuntimeException", "Unauthorized"));

    assertThat(send("/guarded", "Bearer a").statusCode()).isEqualTo(401);
    assertThat(send("/guarded", "Bearer a").statusCode()).isEqualTo(401);

    assertThat(gateway.invocations("authorizer")).isEqualTo(2);
    assertThat(gateway.invocations("echo")).isZero();
  }

  @Test
  void anyOtherFailureIsTheAuthorizers() throws Exception {
    gateway.answers("authorizer", event -> new Outcome.Failure("Sandbox.Timedout", "late"));

    assertThat(send("/guarded", "Bearer a").statusCode()).isEqualTo(500);
  }

  @Test
  void anAnswerThatIsNoPolicyIsAConfigurationError() throws Exception {
    gateway.answers("authorizer", event -> GatewayFixture.answer("{\"principalId\":\"maria\"}"));
    assertThat(send("/guarded", "Bearer a").statusCode()).isEqualTo(500);

    gateway.answers("authorizer", event -> allow("*", "\"organisations\":[\"a\"]"));
    assertThat(send("/guarded", "Bearer a").statusCode()).isEqualTo(500);
    assertThat(gateway.invocations("echo")).isZero();
  }

  @Test
  void aPolicyThatDoesNotCoverTheRouteIs403() throws Exception {
    gateway.answers("authorizer", event -> allow("*/GET/guarded/too", ""));

    HttpResponse<String> refused = send("/guarded", "Bearer a");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo("{\"message\":\"User is not authorized to access this resource\"}");
    assertThat(send("/guarded/too", "Bearer a").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> send(String path, String token) throws Exception {
    return gateway.send(path, request -> request.header("Authorization", token));
  }

  private static Outcome allow(String resource, String context) {
    return GatewayFixture.answer(
        "{\"principalId\":\"maria\",\"context\":{"
            + context
            + "},\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Action\":\"execute-api:Invoke\",\"Resource\":\""
            + resource
            + "\"}]}}");
  }
}
