package callcentre.checks.routes;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Access;
import callcentre.api.access.FunctionName;
import callcentre.api.access.Route;
import callcentre.api.access.RouteTable;
import callcentre.checks.openapi.OpenApi;
import callcentre.checks.template.Stack;
import callcentre.checks.template.Stack.TemplateRoute;
import callcentre.cloud.template.Section;
import callcentre.domain.people.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Contract, role matrix, template, controllers and OpenAPI document name the same routes. "Fixed
 * code never ran: two handlers for one path, the first wins" ends here.
 */
class RoutesTest {

  private static final Stack STACK = Stack.read();
  private static final OpenApi OPEN_API = OpenApi.read();

  @Test
  void theRoleMatrixIsTheContracts() {
    assertThat(RouteTable.all().stream().map(row -> named(row) + " " + row.rule()))
        .containsExactlyInAnyOrderElementsOf(
            ContractRoutes.all().stream().map(row -> row + " " + row.roles()).toList());
  }

  @Test
  void everyMethodAndPathHasOneRow() {
    assertThat(RouteTable.all().stream().map(RoutesTest::named)).doesNotHaveDuplicates();
  }

  @Test
  void everyPathOfTheTemplateIsARouteOfTheSameFunction() {
    Map<String, String> owners = new TreeMap<>();
    RouteTable.all().forEach(row -> owners.put(row.path(), row.owner().moduleName()));
    Map<String, String> declared = new TreeMap<>();
    STACK.routes().forEach(route -> declared.put(route.path(), route.function()));
    assertThat(declared).isEqualTo(owners);
  }

  @Test
  void everyPathOfTheTemplateTakesEveryMethodAndAPreflightWithoutToken() {
    Map<String, List<TemplateRoute>> byPath =
        STACK.routes().stream().collect(Collectors.groupingBy(TemplateRoute::path));
    byPath.forEach(
        (path, routes) -> {
          assertThat(routes)
              .as(path)
              .extracting(TemplateRoute::method)
              .containsExactlyInAnyOrder("ANY", "OPTIONS");
          assertThat(routes)
              .as(path)
              .extracting(TemplateRoute::function)
              .containsOnly(routes.getFirst().function());
          assertThat(routes)
              .filteredOn(route -> route.method().equals("OPTIONS"))
              .as(path)
              .allMatch(TemplateRoute::open);
        });
  }

  @Test
  void onlyThePublicRoutesOfTheContractAskForNoToken() {
    List<String> publicPaths =
        ContractRoutes.all().stream()
            .filter(row -> row.roles().equals("public"))
            .map(ContractRoutes.Row::path)
            .distinct()
            .toList();
    assertThat(
            STACK.routes().stream()
                .filter(route -> route.method().equals("ANY"))
                .filter(TemplateRoute::open)
                .map(TemplateRoute::path))
        .containsExactlyInAnyOrderElementsOf(publicPaths);
    assertThat(STACK.properties("RestApi").requireSection("Auth").text("DefaultAuthorizer"))
        .isPresent();
  }

  @Test
  void noTicketForARecordingCanLandInALogOrATrace() {
    Section api = STACK.properties("AudioApi");
    assertThat(api.requireSection("AccessLogSetting").requireText("Format"))
        .contains("$context.resourcePath")
        .doesNotContain("$context.path\"", "proxy", "referer", "requestOverride");
    assertThat(api.flag("TracingEnabled", true)).isFalse();
    assertThat(api.sections("MethodSettings"))
        .hasSize(1)
        .allSatisfy(
            settings -> {
              assertThat(settings.requireText("LoggingLevel")).isEqualTo("OFF");
              assertThat(settings.flag("DataTraceEnabled", true)).isFalse();
            });
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void aFunctionAnswersExactlyTheRoutesItOwns(FunctionName function) {
    assertThat(Controllers.of(function.moduleName()))
        .extracting(Controllers.Endpoint::route)
        .containsExactlyInAnyOrderElementsOf(
            RouteTable.ownedBy(function).stream().map(RoutesTest::named).toList());
  }

  @Test
  void noMethodAndPathHasTwoHandlersInWhateverFunction() {
    Map<String, List<String>> handlers =
        Stream.of(FunctionName.values())
            .flatMap(function -> Controllers.of(function.moduleName()).stream())
            .collect(
                Collectors.groupingBy(
                    endpoint -> endpoint.route().replaceAll("\\{[^}]*}", "{}"),
                    Collectors.mapping(Controllers.Endpoint::handler, Collectors.toList())));
    assertThat(handlers).isNotEmpty().allSatisfy((route, all) -> assertThat(all).hasSize(1));
  }

  @Test
  void theOpenApiDocumentHasTheSameRoutes() {
    assertThat(OPEN_API.operations().stream().map(OpenApi.Operation::toString))
        .containsExactlyInAnyOrderElementsOf(
            RouteTable.all().stream().map(RoutesTest::named).toList());
  }

  @Test
  void theOpenApiDocumentGivesEveryRoleWhatTheMatrixGives() {
    List<String> different = new ArrayList<>();
    for (Route row : RouteTable.all()) {
      OpenApi.Operation operation = OPEN_API.operation(row.method().name(), row.path());
      JsonNode roles = operation.node().path("x-roles");
      for (Role role : Role.values()) {
        Access access = row.rule().of(role);
        String expected = access == Access.NONE ? "" : access.name().toLowerCase(Locale.ROOT);
        if (!roles.path(role.wireName()).asText().equals(expected)) {
          different.add(named(row) + ": " + role.wireName() + " has " + access);
        }
      }
      if (operation.isPublic() != row.rule().isPublic()) {
        different.add(named(row) + ": public in one place only");
      }
    }
    assertThat(different).isEmpty();
  }

  private static String named(Route row) {
    return row.method() + " " + row.path();
  }
}
