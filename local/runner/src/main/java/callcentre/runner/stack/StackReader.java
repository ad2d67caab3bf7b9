package callcentre.runner.stack;

import callcentre.cloud.template.References;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.Template;
import callcentre.runner.gateway.ApiDefinition;
import callcentre.runner.live.LiveDefinition;
import callcentre.runner.process.FunctionSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template into the parts this program serves. */
public final class StackReader {

  private final Template template;
  private final References references;
  private final Path repository;

  /**
   * @param template with values for all parameters
   * @param stores what the tables, queues and secrets of the template are
   * @param repository the folder that {@code CodeUri} starts from
   */
  public StackReader(Template template, References stores, Path repository) {
    this.template = template;
    this.references = new StackReferences(template, stores);
    this.repository = repository;
  }

  /**
   * @throws callcentre.cloud.template.TemplateException naming what cannot be honoured
   */
  public Stack read() {
    NotHonoured notHonoured = new NotHonoured();
    template.resources().forEach(notHonoured::type);
    Map<String, Section> apis = properties("AWS::Serverless::Api");
    Map<String, Optional<String>> defaultAuthorizers = new LinkedHashMap<>();
    apis.forEach((id, api) -> defaultAuthorizers.put(id, defaultAuthorizer(api)));

    FunctionReader functionReader = new FunctionReader(repository, notHonoured);
    EventReader events = new EventReader(notHonoured, defaultAuthorizers);
    List<FunctionSpec> functions = new ArrayList<>();
    properties("AWS::Serverless::Function")
        .forEach(
            (id, section) -> {
              FunctionSpec function = functionReader.read(id, section);
              functions.add(function);
              events.read(function, section);
            });
    ApiReader apiReader = new ApiReader(notHonoured);
    List<ApiDefinition> definitions = new ArrayList<>();
    apis.forEach((id, api) -> definitions.add(apiReader.read(id, api, events.routesOf(id))));
    return new Stack(
        functions,
        definitions,
        events.mappings(),
        events.streams(),
        events.schedules(),
        liveApis(notHonoured),
        notHonoured.lines());
  }

  private List<LiveDefinition> liveApis(NotHonoured notHonoured) {
    Map<String, Map<String, Section>> resources = new LinkedHashMap<>();
    for (String type :
        List.of(
            LiveReader.API,
            LiveReader.ROUTE,
            LiveReader.INTEGRATION,
            LiveReader.DEPLOYMENT,
            LiveReader.STAGE)) {
      resources.put(type, properties(type));
    }
    return new LiveReader(resources, notHonoured).read();
  }

  private Map<String, Section> properties(String type) {
    Map<String, Section> found = new LinkedHashMap<>();
    for (Resource resource : template.resources(type)) {
      found.put(resource.logicalId(), resource.properties(references));
    }
    return found;
  }

  private static Optional<String> defaultAuthorizer(Section api) {
    return api.section("Auth").flatMap(auth -> auth.text("DefaultAuthorizer"));
  }
}
