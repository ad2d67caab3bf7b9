package callcentre.checks.template;

import callcentre.cloud.template.References;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code template.yaml} with what it refers to left as names: a reference to the resource {@code X}
 * reads {@code ${X}}, its attribute {@code A} reads {@code ${X.A}}.
 */
public final class Stack {

  public static final String STAGE = "checked";

  private static final References NAMES =
      new References() {
        @Override
        public Object ref(String logicalId) {
          return "${" + logicalId + "}";
        }

        @Override
        public Object attribute(String logicalId, String attribute) {
          return "${" + logicalId + "." + attribute + "}";
        }
      };

  private final Template template;

  private Stack(Template template) {
    this.template = template;
  }

  /**
   * A route of a REST API.
   *
   * @param method {@code ANY} or {@code OPTIONS}
   * @param open whether it asks no authorizer
   */
  public record TemplateRoute(String function, String method, String path, boolean open) {}

  /** The stack under its default parameters. */
  public static Stack read() {
    return read(Map.of());
  }

  public static Stack read(Map<String, String> parameters) {
    return new Stack(Template.ofRepository().with(Map.of("Stage", STAGE)).with(parameters));
  }

  public Template template() {
    return template;
  }

  public List<Resource> ofType(String type) {
    return template.resources(type);
  }

  public Section properties(Resource resource) {
    return resource.properties(NAMES);
  }

  public Section properties(String logicalId) {
    return properties(template.resource(logicalId));
  }

  public Map<String, Object> outputs() {
    return template.outputs(NAMES);
  }

  public List<StackFunction> functions() {
    return ofType("AWS::Serverless::Function").stream()
        .map(resource -> new StackFunction(resource.logicalId(), properties(resource)))
        .toList();
  }

  /** The function whose package folder belongs to a module, for example {@code phone-numbers}. */
  public StackFunction function(String module) {
    return functions().stream()
        .filter(function -> function.module().equals(module))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no function is built from " + module));
  }

  public List<TemplateRoute> routes() {
    Set<String> guarded =
        ofType("AWS::Serverless::Api").stream()
            .map(Resource::logicalId)
            .filter(
                api ->
                    properties(api)
                        .section("Auth")
                        .filter(auth -> auth.has("DefaultAuthorizer"))
                        .isPresent())
            .collect(Collectors.toSet());
    return functions().stream().flatMap(function -> function.routes(guarded).stream()).toList();
  }

  /** The permissions of a role's inline policies, one per statement. */
  public List<Statement> statements(String role) {
    return properties(role).sections("Policies").stream()
        .flatMap(policy -> policy.requireSection("PolicyDocument").sections("Statement").stream())
        .map(Statement::of)
        .toList();
  }

  /** One statement of a policy, with lists where a single value may stand too. */
  public record Statement(
      String sid, String effect, List<String> actions, List<String> resources, Set<String> parts) {

    static Statement of(Section section) {
      return new Statement(
          section.requireText("Sid"),
          section.requireText("Effect"),
          list(section, "Action"),
          list(section, "Resource"),
          section.names());
    }

    private static List<String> list(Section section, String name) {
      return section.value(name).orElse(List.of()) instanceof List<?>
          ? section.texts(name)
          : List.of(section.requireText(name));
    }
  }
}
