package callcentre.functions.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.AuthorizerContext;
import callcentre.api.access.Principal;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.people.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The event and the answer in the very form in which Lambda and API Gateway exchange them. */
@ExtendWith(CloudExtension.class)
class RuntimeTest {

  private static final String EVENT =
      """
      {
        "type": "REQUEST",
        "methodArn": "arn:aws:execute-api:us-east-1:123456789012:abc123/test/GET/api/admin/users",
        "resource": "/api/admin/users",
        "path": "/api/admin/users",
        "httpMethod": "GET",
        "headers": {"Host": "abc123.execute-api.us-east-1.amazonaws.com",
                    "authorization": "Bearer TOKEN"},
        "multiValueHeaders": {"authorization": ["Bearer TOKEN"]},
        "queryStringParameters": {},
        "pathParameters": {},
        "stageVariables": {},
        "requestContext": {"accountId": "123456789012", "apiId": "abc123", "stage": "test",
                           "requestId": "id-1", "httpMethod": "GET",
                           "identity": {"sourceIp": "203.0.113.7"}}
      }
      """;

  @Test
  void theAnswerIsAPolicyForTheWholeStageAndAContextOfTexts(Cloud cloud) throws Exception {
    JsonNode answer = answer(cloud);
    assertThat(answer.path("principalId").asText()).isEqualTo("ann");
    assertThat(answer.path("policyDocument").toString())
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke",\
            "Resource":["arn:aws:execute-api:us-east-1:123456789012:abc123/test/*/*"],\
            "Effect":"Allow"}]}""");
    assertThat(answer.path("context"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"user_id": "ann", "display_name": "ann", "role": "platform_admin",
                     "organisations": "", "extension": "", "registered": "false",
                     "token_expires_at": "2026-11-21T10:05:00Z"}"""));
  }

  @Test
  void theHandlersReadTheContextAsItWasWritten(Cloud cloud) throws Exception {
    Map<String, Object> context = new HashMap<>();
    answer(cloud)
        .path("context")
        .properties()
        .forEach(entry -> context.put(entry.getKey(), entry.getValue().asText()));
    ProxyRequestContext requestContext = new ProxyRequestContext();
    requestContext.setAuthorizer(context);
    assertThat(
            AuthorizerContext.principal(
                new APIGatewayProxyRequestEvent().withRequestContext(requestContext)))
        .get()
        .extracting(Principal::userId, Principal::role)
        .containsExactly("ann", Role.PLATFORM_ADMIN);
  }

  @Test
  void primingDrivesATokenOfItsOwnWithoutAnyService(Cloud cloud) {
    Stage stage = new Stage(cloud);
    Priming.run(stage.environment(), stage.clients());
    assertThat(stage.requests.total()).isEqualTo(1);
    Priming.run(new Environment(Map.of()), stage.clients());
  }

  private static JsonNode answer(Cloud cloud) throws Exception {
    try (Issuer issuer = new Issuer()) {
      AuthorizerHandler handler =
          new Stage(cloud)
              .with(Variable.JWT_JWKS_URL, issuer.address())
              .with(Variable.BOOTSTRAP_ADMIN_SUB, "ann")
              .handler();
      PojoSerializer<APIGatewayCustomAuthorizerEvent> reader =
          LambdaEventSerializers.serializerFor(
              APIGatewayCustomAuthorizerEvent.class, RuntimeTest.class.getClassLoader());
      IamPolicyResponseV1 answer =
          handler.handleRequest(reader.fromJson(EVENT.replace("TOKEN", Issuer.token())), null);
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      JacksonFactory.getInstance().getSerializer(IamPolicyResponseV1.class).toJson(answer, written);
      return new ObjectMapper().readTree(written.toByteArray());
    }
  }
}
