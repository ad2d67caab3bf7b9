package callcentre.cloud.template;

import java.util.Map;
import java.util.Optional;

/**
 * A resource as the template declares it, with SAM's {@code Globals} merged in. Its properties are
 * resolved when they are asked for, because what they refer to may not exist before.
 */
public final class Resource {

  private final Template template;
  private final String logicalId;
  private final Map<String, Object> declaration;

  Resource(Template template, String logicalId, Map<String, Object> declaration) {
    this.template = template;
    this.logicalId = logicalId;
    this.declaration = declaration;
  }

  /** Its name inside the template. */
  public String logicalId() {
    return logicalId;
  }

  /** E.g. {@code AWS::DynamoDB::Table}. */
  public String type() {
    return Shape.text(path() + ".Type", declaration.getOrDefault("Type", Map.of()));
  }

  /** The condition it exists under, when it has one. */
  public Optional<String> condition() {
    return Optional.ofNullable(declaration.get("Condition"))
        .map(name -> Shape.text(path() + ".Condition", name));
  }

  /**
   * Its properties with everything resolved.
   *
   * @param references what the resources are that these properties refer to
   * @throws TemplateException when something cannot be resolved
   */
  public Section properties(References references) {
    return template.resolveSection(path() + ".Properties", rawProperties(), references);
  }

  /**
   * One property with everything in it resolved, when it is declared: for those who cannot (yet)
   * resolve the others.
   *
   * @throws TemplateException when something in it cannot be resolved
   */
  public Optional<Object> property(String name, References references) {
    return Optional.ofNullable(rawProperties().get(name))
        .flatMap(raw -> template.resolve(path() + ".Properties." + name, raw, references));
  }

  /** Its properties as declared, with intrinsics in their long form. */
  public Map<String, Object> rawProperties() {
    return Shape.map(path() + ".Properties", declaration.getOrDefault("Properties", Map.of()));
  }

  /** What stands beside the properties, e.g. {@code DeletionPolicy}, {@code DependsOn}. */
  public Map<String, Object> attributes() {
    return declaration;
  }

  private String path() {
    return "Resources." + logicalId;
  }

  @Override
  public String toString() {
    return logicalId + " (" + type() + ")";
  }
}
