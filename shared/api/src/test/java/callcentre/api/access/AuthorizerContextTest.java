package callcentre.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.testing.Callers;
import callcentre.domain.people.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorizerContextTest {

  @Test
  void aPrincipalSurvivesTheWayThroughTheGateway() {
    Principal agent = Callers.agent("b", "a");
    assertThat(AuthorizerContext.principal(event(AuthorizerContext.of(agent)))).contains(agent);
    assertThat(AuthorizerContext.of(agent)).containsEntry("organisations", "a,b");
    Principal known =
        Callers.withSession(
            agent, new Session(true, Optional.of(Instant.parse("2026-11-21T10:00:00Z"))));
    assertThat(AuthorizerContext.principal(event(AuthorizerContext.of(known)))).contains(known);
  }

  @Test
  void anEndOfTheTokenThatCannotBeReadGivesNoRights() {
    Map<String, String> context =
        Map.of("user_id", "ann", "role", "platform_admin", "token_expires_at", "tomorrow");
    assertThat(AuthorizerContext.principal(event(context)))
        .hasValueSatisfying(ann -> assertThat(ann.role()).isEqualTo(Role.NONE));
  }

  @Test
  void anEventWithoutAuthorizerHasNoPrincipal() {
    assertThat(AuthorizerContext.principal(new APIGatewayProxyRequestEvent())).isEmpty();
    assertThat(AuthorizerContext.principal(event(null))).isEmpty();
    assertThat(AuthorizerContext.principal(event(Map.of("role", "platform_admin")))).isEmpty();
  }

  @Test
  void anUnknownRoleGivesNoRights() {
    assertThat(AuthorizerContext.principal(event(Map.of("user_id", "ann", "role", "root"))))
        .hasValueSatisfying(ann -> assertThat(ann.role()).isEqualTo(Role.NONE));
  }

  @Test
  void aContextThatCannotBeReadGivesNoRights() {
    Map<String, String> context =
        Map.of("user_id", "ann", "role", "platform_admin", "organisations", "not an id!");
    assertThat(AuthorizerContext.principal(event(context)))
        .hasValueSatisfying(ann -> assertThat(ann.role()).isEqualTo(Role.NONE));
  }

  private static APIGatewayProxyRequestEvent event(Map<String, String> context) {
    ProxyRequestContext requestContext = new ProxyRequestContext();
    if (context != null) {
      requestContext.setAuthorizer(new HashMap<>(context));
    }
    return new APIGatewayProxyRequestEvent().withRequestContext(requestContext);
  }
}
