package callcentre.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.api.http.Gate;
import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.testing.Callers;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lesson "anybody could become admin": default deny, one matrix, every route × role. */
class RoleMatrixTest {

  /** Written out a second time on purpose, role by role and without the contract's letters. */
  private static final String EXPECTED =
      """
      GET    /api/admin/mightycall/phone-numbers           ALL SCOPED SCOPED SCOPED
      PATCH  /api/admin/mightycall/phone-numbers/{number}  ALL NONE   NONE   NONE
      DELETE /api/admin/mightycall/phone-numbers/{number}  ALL NONE   NONE   NONE
      GET    /api/admin/mightycall/extensions              ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/team                    ALL ALL    ALL    NONE
      GET    /api/admin/mightycall/profile                 ALL ALL    ALL    NONE
      GET    /api/admin/mightycall/reports                 ALL SCOPED SCOPED NONE
      GET    /api/admin/mightycall/calls                   ALL SCOPED SCOPED SCOPED
      POST   /api/admin/mightycall/calls                   SELF SELF   SELF   SELF
      GET    /api/admin/mightycall/calls/{id}              ALL SCOPED SCOPED SCOPED
      PUT    /api/admin/mightycall/calls/{id}/comment      ALL SCOPED SCOPED SCOPED
      DELETE /api/admin/mightycall/calls/{id}/comment      ALL SCOPED SCOPED SCOPED
      PUT    /api/admin/mightycall/calls/{id}/workflow-state ALL SCOPED SCOPED SCOPED
      POST   /api/admin/mightycall/calls/{id}/recording/ticket ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/voicemails              ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/voicemails/{id}         ALL SCOPED SCOPED SCOPED
      PATCH  /api/admin/mightycall/voicemails/{id}         ALL SCOPED SCOPED SCOPED
      DELETE /api/admin/mightycall/voicemails/{id}         ALL SCOPED NONE   NONE
      POST   /api/admin/mightycall/voicemails/{id}/audio/ticket ALL SCOPED SCOPED SCOPED
      POST   /api/admin/mightycall/send-sms                ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/sms-logs                ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/sms-logs/{id}           ALL SCOPED SCOPED SCOPED
      POST   /api/admin/mightycall/sms-logs/{id}/retry     ALL SCOPED SCOPED SCOPED
      POST   /api/admin/mightycall/sms-logs/{id}/cancel    ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/conversations           ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/conversations/{business}/{counterpart} ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/sms-usage               ALL SCOPED SCOPED NONE
      GET    /api/admin/mightycall/sms-opt-outs            ALL SCOPED SCOPED SCOPED
      GET    /api/admin/mightycall/sms-opt-outs/{number}   ALL SCOPED SCOPED SCOPED
      PUT    /api/admin/mightycall/sms-opt-outs/{number}   ALL SCOPED SCOPED SCOPED
      DELETE /api/admin/mightycall/sms-opt-outs/{number}   ALL SCOPED NONE   NONE
      POST   /api/admin/mightycall/sync                    ALL NONE   NONE   NONE
      POST   /api/admin/mightycall/sync/backfill           ALL NONE   NONE   NONE
      GET    /api/admin/mightycall/sync/jobs               ALL NONE   NONE   NONE
      GET    /api/admin/mightycall/sync/jobs/{id}          ALL NONE   NONE   NONE
      GET    /api/admin/users                              ALL SCOPED SCOPED SELF
      GET    /api/admin/users/{userId}                     ALL SCOPED SCOPED SELF
      PUT    /api/admin/users/{userId}                     ALL NONE   NONE   NONE
      DELETE /api/admin/users/{userId}                     ALL NONE   NONE   NONE
      PUT    /api/admin/users/{userId}/mightycall-key      ALL NONE   NONE   NONE
      DELETE /api/admin/users/{userId}/mightycall-key      ALL NONE   NONE   NONE
      GET    /api/admin/user-status                        ALL SCOPED SCOPED SCOPED
      GET    /api/admin/user-status/{userId}               ALL SCOPED SCOPED SELF
      PUT    /api/admin/user-status/{userId}               ALL SELF   SELF   SELF
      GET    /api/admin/user-status/{userId}/history       ALL SCOPED SCOPED SELF
      GET    /api/admin/orgs                               ALL SCOPED SCOPED SCOPED
      PUT    /api/admin/orgs/{orgId}                       ALL NONE   NONE   NONE
      DELETE /api/admin/orgs/{orgId}                       ALL NONE   NONE   NONE
      GET    /api/admin/orgs/{orgId}/settings              ALL SCOPED SCOPED NONE
      PUT    /api/admin/orgs/{orgId}/settings              ALL SCOPED NONE   NONE
      GET    /api/admin/mightycall/usage                   ALL NONE   NONE   NONE
      PUT    /api/admin/mightycall/usage                   ALL NONE   NONE   NONE
      GET    /api/admin/mightycall/status                  ALL NONE   NONE   NONE
      GET    /api/admin/mightycall/events                  ALL NONE   NONE   NONE
      POST   /api/admin/mightycall/events/replay           ALL NONE   NONE   NONE
      POST   /api/admin/mightycall/events/{id}/replay      ALL NONE   NONE   NONE
      POST   /api/admin/mightycall/dlq/{queue}/redrive     ALL NONE   NONE   NONE
      POST   /api/live/ticket                              ALL ALL    ALL    ALL
      """;

  private static final Set<String> PUBLIC =
      Set.of(
          "GET /api/config",
          "GET /api/health",
          "GET /api/openapi.json",
          "GET /api/audio/{ticket}",
          "HEAD /api/audio/{ticket}",
          "POST /api/webhooks/mightycall",
          "POST /api/webhooks/mightycall/{token}");

  private static final List<Role> COLUMNS =
      List.of(Role.PLATFORM_ADMIN, Role.ORG_ADMIN, Role.ORG_MANAGER, Role.AGENT);

  static Stream<Arguments> everyRouteAndRole() {
    return EXPECTED
        .lines()
        .flatMap(
            line -> {
              String[] words = line.split(" +");
              Map<Role, Access> row = new EnumMap<>(Role.class);
              row.put(Role.NONE, Access.NONE);
              for (int column = 0; column < COLUMNS.size(); column++) {
                row.put(COLUMNS.get(column), Access.valueOf(words[2 + column]));
              }
              return row.entrySet().stream()
                  .map(
                      cell ->
                          Arguments.of(words[0] + " " + words[1], cell.getKey(), cell.getValue()));
            });
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("everyRouteAndRole")
  void everyRouteGivesEveryRoleWhatTheContractSays(String name, Role role, Access expected) {
    Route route = route(name);
    for (Principal caller : List.of(Callers.of(role, "own"), withExtension(role))) {
      APIGatewayProxyRequestEvent event = event(route, caller);
      if (expected == Access.NONE) {
        ApiException refused =
            catchThrowableOfType(ApiException.class, () -> Gate.caller(event, route));
        assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
      } else {
        assertThat(Gate.caller(event, route)).contains(new Caller(caller, expected, route));
      }
    }
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyRouteAndRole")
  void aScopedCallerSeesItsOwnOrganisationAndNoForeignOne(String name, Role role, Access access) {
    Principal caller = Callers.of(role, "own");
    assertThat(caller.sees(new OrganisationId("own"))).isTrue();
    assertThat(caller.sees(new OrganisationId("foreign"))).isEqualTo(role == Role.PLATFORM_ADMIN);
    if (access == Access.ALL && role == Role.PLATFORM_ADMIN) {
      assertThat(new Caller(caller, access, route(name)).seesAll()).isTrue();
    }
  }

  @Test
  void everyRowOfTheTableIsInThisTestAndTheOtherWayRound() {
    Set<String> expected = new HashSet<>(PUBLIC);
    EXPECTED.lines().map(line -> line.split(" +")).forEach(w -> expected.add(w[0] + " " + w[1]));
    assertThat(RouteTable.all())
        .extracting(Route::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void nobodyIsLetInWithoutAPrincipalButOnPublicRoutes() {
    for (Route route : RouteTable.all()) {
      APIGatewayProxyRequestEvent event = event(route, null);
      if (PUBLIC.contains(route.name())) {
        assertThat(Gate.caller(event, route)).isEmpty();
      } else {
        ApiException refused =
            catchThrowableOfType(ApiException.class, () -> Gate.caller(event, route));
        assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      }
    }
  }

  @Test
  void noTwoRowsClaimOneMethodAndPath() {
    assertThat(RouteTable.all()).extracting(Route::name).doesNotHaveDuplicates();
  }

  /** Why an extension adds no right at the matrix; see {@link Rule}. */
  @Test
  void noRouteGivesAnAgentWhatItDeniesToSomebodyAbove() {
    for (Route route : RouteTable.all()) {
      if (route.rule().of(Role.AGENT) != Access.NONE) {
        assertThat(COLUMNS).allMatch(role -> route.rule().of(role) != Access.NONE, route.name());
      }
    }
  }

  @Test
  void everyFunctionOwnsARoute() {
    for (FunctionName function : FunctionName.values()) {
      assertThat(RouteTable.ownedBy(function)).as(function.moduleName()).isNotEmpty();
    }
  }

  private static Principal withExtension(Role role) {
    return Callers.withExtension(Callers.of(role, "own"), "101");
  }

  private static Route route(String name) {
    return RouteTable.all().stream()
        .filter(route -> route.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is in no row of the table"));
  }

  private static APIGatewayProxyRequestEvent event(Route route, Principal caller) {
    ProxyRequestContext context = new ProxyRequestContext();
    if (caller != null) {
      context.setAuthorizer(new HashMap<>(AuthorizerContext.of(caller)));
    }
    return new APIGatewayProxyRequestEvent()
        .withHttpMethod(route.method().name())
        .withResource(route.path())
        .withRequestContext(context);
  }
}
