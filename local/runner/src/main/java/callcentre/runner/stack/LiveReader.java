package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import callcentre.cloud.websocket.RouteKey;
import callcentre.runner.live.LiveDefinition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads WebSocket APIs: SAM has no resource of its own for them, so they are {@code
 * AWS::ApiGatewayV2} resources that name one another.
 */
final class LiveReader {

  static final String API = "AWS::ApiGatewayV2::Api";
  static final String ROUTE = "AWS::ApiGatewayV2::Route";
  static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
  static final String DEPLOYMENT = "AWS::ApiGatewayV2::Deployment";
  static final String STAGE = "AWS::ApiGatewayV2::Stage";

  private static final String KIND = "WebSocket API";
  private static final String TARGET = "integrations/";
  private static final String URI_START =
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/";
  private static final String URI_END = "/invocations";

  private final Map<String, Map<String, Section>> resources;
  private final NotHonoured notHonoured;

  /**
   * @param resources properties by logical id, by type
   */
  LiveReader(Map<String, Map<String, Section>> resources, NotHonoured notHonoured) {
    this.resources = resources;
    this.notHonoured = notHonoured;
  }

  List<LiveDefinition> read() {
    of(DEPLOYMENT)
        .forEach(
            (_, section) ->
                notHonoured.properties(KIND, section, Set.of("ApiId", "Description"), Set.of()));
    List<LiveDefinition> definitions = new ArrayList<>();
    of(API).forEach((id, section) -> definitions.add(api(id, section)));
    return definitions;
  }

  private Map<String, Section> of(String type) {
    return resources.getOrDefault(type, Map.of());
  }

  private LiveDefinition api(String id, Section section) {
    notHonoured.properties(
        KIND,
        section,
        Set.of("Name", "Description", "ProtocolType", "RouteSelectionExpression"),
        Set.of("Tags", "DisableExecuteApiEndpoint", "IpAddressType"));
    if (!section.requireText("ProtocolType").equals("WEBSOCKET")) {
      throw new TemplateException(
          section.path() + ".ProtocolType", "the local system serves WEBSOCKET only");
    }
    return new LiveDefinition(id, stage(id, section), routes(id));
  }

  private String stage(String api, Section section) {
    List<String> names = new ArrayList<>();
    for (Section stage : of(STAGE).values()) {
      if (stage.requireText("ApiId").equals(api)) {
        notHonoured.properties(
            KIND,
            stage,
            Set.of("ApiId", "StageName", "DeploymentId", "AutoDeploy", "Description"),
            Set.of("DefaultRouteSettings", "RouteSettings", "AccessLogSettings", "Tags"));
        names.add(stage.requireText("StageName"));
      }
    }
    if (names.size() != 1) {
      throw new TemplateException(section.path(), "needs one stage, but has " + names.size());
    }
    return names.getFirst();
  }

  private Map<RouteKey, String> routes(String api) {
    Map<RouteKey, String> functions = new EnumMap<>(RouteKey.class);
    for (Section route : of(ROUTE).values()) {
      if (route.requireText("ApiId").equals(api)) {
        notHonoured.properties(
            KIND,
            route,
            Set.of("ApiId", "RouteKey", "Target", "OperationName", "AuthorizationType"),
            Set.of());
        if (!route.text("AuthorizationType").orElse("NONE").equals("NONE")) {
          throw new TemplateException(
              route.path() + ".AuthorizationType", "the local system honours NONE only");
        }
        functions.put(key(route), function(route));
      }
    }
    return functions;
  }

  private static RouteKey key(Section route) {
    String key = route.requireText("RouteKey");
    for (RouteKey each : RouteKey.values()) {
      if (each.key().equals(key)) {
        return each;
      }
    }
    throw new TemplateException(
        route.path() + ".RouteKey", "the local system serves $connect, $disconnect and $default");
  }

  private String function(Section route) {
    String target = route.requireText("Target");
    Section integration =
        target.startsWith(TARGET) ? of(INTEGRATION).get(target.substring(TARGET.length())) : null;
    if (integration == null) {
      throw new TemplateException(route.path() + ".Target", "is no integration of this template");
    }
    notHonoured.properties(
        KIND,
        integration,
        Set.of("ApiId", "IntegrationType", "IntegrationUri", "IntegrationMethod", "Description"),
        Set.of("TimeoutInMillis", "CredentialsArn", "ConnectionType", "PayloadFormatVersion"));
    if (!integration.requireText("IntegrationType").equals("AWS_PROXY")) {
      throw new TemplateException(
          integration.path() + ".IntegrationType", "the local system serves AWS_PROXY only");
    }
    String uri = integration.requireText("IntegrationUri");
    String arn =
        uri.startsWith(URI_START) && uri.endsWith(URI_END)
            ? uri.substring(URI_START.length(), uri.length() - URI_END.length())
            : uri;
    return FunctionNames.inArn(integration.path() + ".IntegrationUri", arn);
  }
}
