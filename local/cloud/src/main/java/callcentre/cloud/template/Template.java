package callcentre.cloud.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CloudFormation or SAM template with values for its parameters: the one description of the
 * system, from which the local system and the tests make the same tables, queues and functions as a
 * deploy.
 *
 * <p>Resolved are {@code Ref, Sub, GetAtt, If, Equals, Not, And, Or, Condition, Join, Split,
 * Select, FindInMap}, pseudo parameters and {@code AWS::NoValue}; anything else is refused with a
 * {@link TemplateException} that says where. Instances never change.
 *
 * <pre>{@code
 * Template template = Template.ofRepository().with(Map.of("Stage", "local"));
 * for (Resource queue : template.resources("AWS::SQS::Queue")) {
 *   Section properties = queue.properties(references);
 *   String name = properties.requireText("QueueName");
 * }
 * }</pre>
 */
public final class Template {

  /** Name of the file at the top of the repository. */
  public static final String FILE_NAME = "template.yaml";

  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "local",
          "AWS::StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/local/local");

  private final Map<String, Object> document;
  private final Map<String, Parameter> parameters;
  private final Map<String, String> given;

  private Template(
      Map<String, Object> document, Map<String, Parameter> parameters, Map<String, String> given) {
    this.document = document;
    this.parameters = parameters;
    this.given = given;
  }

  /**
   * Reads a file.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws TemplateException when it is no template
   */
  public static Template load(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read the template " + file, unreadable);
    }
  }

  /**
   * Reads the template of this repository, found from the working directory upwards.
   *
   * @throws TemplateException when no folder above has one
   */
  public static Template ofRepository() {
    return load(repositoryFolder().resolve(FILE_NAME));
  }

  /**
   * The nearest folder, from the working directory upwards, that holds the template.
   *
   * @throws TemplateException when there is none
   */
  public static Path repositoryFolder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(FILE_NAME))) {
        return folder;
      }
    }
    throw new TemplateException("file", "there is none in " + start + " or any folder above");
  }

  /**
   * Reads a text.
   *
   * @throws TemplateException when it is no template
   */
  public static Template parse(String yaml) {
    Map<String, Object> document = YamlReader.read(yaml);
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    part(document, "Parameters")
        .forEach(
            (name, declaration) -> {
              String where = "Parameters." + name;
              Section section = new Section(where, Shape.map(where, declaration));
              parameters.put(name, Parameter.of(name, section));
            });
    return new Template(document, parameters, Map.of());
  }

  /**
   * The same template with values for parameters.
   *
   * @param values by parameter name, added to those given before; pseudo parameters ({@code
   *     AWS::Region} …) may be given too
   * @throws TemplateException when a name is no parameter or a value is not allowed
   */
  public Template with(Map<String, String> values) {
    Map<String, String> all = new LinkedHashMap<>(given);
    values.forEach(
        (name, value) -> {
          Parameter parameter = parameters.get(name);
          if (parameter != null) {
            parameter.check(value);
          } else if (!PSEUDO_PARAMETERS.containsKey(name)) {
            throw new TemplateException("Parameters", "there is no parameter " + name);
          }
          all.put(name, value);
        });
    return new Template(document, parameters, all);
  }

  /** The parameters in the order of the template. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /**
   * What {@code Ref} of a parameter or pseudo parameter gives.
   *
   * @return empty when there is no such parameter
   * @throws TemplateException when it has neither a given value nor a default
   */
  public Optional<Object> parameterValue(String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      return Optional.ofNullable(given.getOrDefault(name, PSEUDO_PARAMETERS.get(name)));
    }
    String value =
        Optional.ofNullable(given.get(name))
            .or(parameter::defaultValue)
            .orElseThrow(
                () ->
                    new TemplateException("Parameters." + name, "has no default: give it a value"));
    return Optional.of(parameter.reference(value));
  }

  /**
   * The resources that exist under the given parameters, in the order of the template.
   *
   * @throws TemplateException when a condition cannot be decided
   */
  public List<Resource> resources() {
    return declared().stream()
        .filter(resource -> resource.condition().map(this::condition).orElse(true))
        .toList();
  }

  /** Those of {@link #resources()} that have a type, e.g. {@code AWS::SQS::Queue}. */
  public List<Resource> resources(String type) {
    return resources().stream().filter(resource -> type.equals(resource.type())).toList();
  }

  /**
   * One resource, whether or not it exists under the given parameters.
   *
   * @throws TemplateException when the template has none of that name
   */
  public Resource resource(String logicalId) {
    return declared().stream()
        .filter(resource -> resource.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new TemplateException("Resources", "there is no resource " + logicalId));
  }

  /**
   * Whether a condition of the template holds under the given parameters.
   *
   * @throws TemplateException when there is no such condition
   */
  public boolean condition(String name) {
    Object expression = part(document, "Conditions").get(name);
    if (expression == null) {
      throw new TemplateException("Conditions", "there is no condition " + name);
    }
    Evaluation evaluation = new Evaluation(this, References.NONE);
    return new Conditions(this, evaluation).holds("Conditions." + name, expression);
  }

  /**
   * The outputs that exist under the given parameters: their {@code Value} resolved.
   *
   * @param references what the resources are that the outputs refer to
   * @throws TemplateException when something cannot be resolved
   */
  public Map<String, Object> outputs(References references) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    part(document, "Outputs")
        .forEach(
            (name, declaration) -> {
              Map<String, Object> output = Shape.map("Outputs." + name, declaration);
              Object condition = output.get("Condition");
              if (condition == null || condition(condition.toString())) {
                resolve("Outputs." + name, output.getOrDefault("Value", ""), references)
                    .ifPresent(value -> resolved.put(name, value));
              }
            });
    return resolved;
  }

  /**
   * Resolves the intrinsics in any value of the template.
   *
   * @param where its place, for errors
   * @param raw the value as declared
   * @param references what the resources are that it refers to
   * @return empty for {@code AWS::NoValue}
   * @throws TemplateException when something cannot be resolved
   */
  public Optional<Object> resolve(String where, Object raw, References references) {
    return new Evaluation(this, references).resolve(where, raw);
  }

  Section resolveSection(String where, Object raw, References references) {
    Object resolved = resolve(where, raw, references).orElse(Map.of());
    return new Section(where, Shape.map(where, resolved));
  }

  void requireResource(String where, String logicalId) {
    if (!part(document, "Resources").containsKey(logicalId)) {
      throw new TemplateException(where, "there is no parameter or resource " + logicalId);
    }
  }

  Map<String, Object> mappings() {
    return part(document, "Mappings");
  }

  private List<Resource> declared() {
    Map<String, Object> globals = part(document, "Globals");
    return part(document, "Resources").entrySet().stream()
        .map(
            entry -> {
              String where = "Resources." + entry.getKey();
              Map<String, Object> declaration =
                  Globals.apply(globals, Shape.map(where, entry.getValue()));
              return new Resource(this, entry.getKey(), declaration);
            })
        .toList();
  }

  private static Map<String, Object> part(Map<String, Object> document, String name) {
    return Shape.map(name, document.getOrDefault(name, Map.of()));
  }
}
