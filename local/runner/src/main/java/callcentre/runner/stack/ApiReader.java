package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.runner.gateway.ApiDefinition;
import callcentre.runner.gateway.Authorizer;
import callcentre.runner.gateway.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an {@code AWS::Serverless::Api}; its routes come from the functions' events. */
final class ApiReader {

  private static final Set<String> HONOURED =
      Set.of("Name", "Description", "StageName", "Auth", "GatewayResponses", "BinaryMediaTypes");
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "EndpointConfiguration",
          "TracingEnabled",
          "MethodSettings",
          "AccessLogSetting",
          "Tags",
          "AlwaysDeploy");

  /** SAM's default of ReauthorizeEvery, in seconds. */
  private static final int DEFAULT_CACHE_SECONDS = 300;

  private final NotHonoured notHonoured;

  ApiReader(NotHonoured notHonoured) {
    this.notHonoured = notHonoured;
  }

  ApiDefinition read(String logicalId, Section properties, List<Route> routes) {
    notHonoured.properties("REST API", properties, HONOURED, WITHOUT_EFFECT);
    return new ApiDefinition(
        logicalId,
        properties.requireText("StageName"),
        routes,
        authorizers(properties),
        GatewayResponseReader.read(properties),
        // SAM writes the slash as ~1.
        properties.texts("BinaryMediaTypes").stream()
            .map(type -> type.replace("~1", "/"))
            .toList());
  }

  private static Map<String, Authorizer> authorizers(Section properties) {
    Map<String, Authorizer> authorizers = new LinkedHashMap<>();
    properties
        .section("Auth")
        .ifPresent(
            auth -> {
              auth.allowOnly(
                  Set.of(
                      "DefaultAuthorizer", "Authorizers", "AddDefaultAuthorizerToCorsPreflight"));
              auth.sectionsByName("Authorizers")
                  .forEach((name, section) -> authorizers.put(name, authorizer(name, section)));
            });
    return authorizers;
  }

  private static Authorizer authorizer(String name, Section section) {
    section.allowOnly(
        Set.of("FunctionArn", "FunctionPayloadType", "Identity", "FunctionInvokeRole"));
    Authorizer.Kind kind =
        section.text("FunctionPayloadType").orElse("TOKEN").equals("REQUEST")
            ? Authorizer.Kind.REQUEST
            : Authorizer.Kind.TOKEN;
    List<String> headers = List.of("Authorization");
    int cacheSeconds = DEFAULT_CACHE_SECONDS;
    if (section.has("Identity")) {
      Section identity = section.requireSection("Identity");
      identity.allowOnly(Set.of("Headers", "Header", "ReauthorizeEvery"));
      cacheSeconds = identity.integer("ReauthorizeEvery", DEFAULT_CACHE_SECONDS);
      headers =
          identity.has("Headers")
              ? identity.texts("Headers")
              : List.of(identity.text("Header").orElse("Authorization"));
    }
    return new Authorizer(
        name,
        FunctionNames.inArn(section.path(), section.requireText("FunctionArn")),
        kind,
        headers,
        Duration.ofSeconds(cacheSeconds));
  }
}
