package callcentre.runner.stack;

import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what the template declares and this machine does not do. What would change an answer or
 * lose an event is an error instead.
 */
final class NotHonoured {

  private static final Set<String> SERVED =
      Set.of(
          "AWS::Serverless::Function",
          "AWS::Serverless::Api",
          "AWS::DynamoDB::Table",
          "AWS::SQS::Queue",
          "AWS::SecretsManager::Secret",
          LiveReader.API,
          LiveReader.ROUTE,
          LiveReader.INTEGRATION,
          LiveReader.DEPLOYMENT,
          LiveReader.STAGE);

  /** Types without effect here, with what that means. */
  private static final Map<String, String> WITHOUT_EFFECT =
      Map.of(
          "AWS::IAM::Role", "functions may do everything here",
          "AWS::Lambda::Permission", "anybody here may invoke functions",
          "AWS::Logs::LogGroup", "each function logs to a file",
          "AWS::Logs::MetricFilter", "log lines are not counted",
          "AWS::CloudWatch::Alarm", "nobody is alarmed");

  private final Map<String, Set<String>> properties = new LinkedHashMap<>();
  private final Map<String, Integer> types = new LinkedHashMap<>();

  /**
   * @throws TemplateException for a type that is neither served nor known to be without effect
   */
  void type(Resource resource) {
    if (!SERVED.contains(resource.type())) {
      if (!WITHOUT_EFFECT.containsKey(resource.type())) {
        throw new TemplateException(
            "Resources." + resource.logicalId(),
            "the local system cannot honour the type " + resource.type());
      }
      types.merge(resource.type(), 1, Integer::sum);
    }
  }

  /**
   * @param honoured the names that have their effect here
   * @param without the names known to have none; any other is refused
   */
  void properties(String kind, Section section, Set<String> honoured, Set<String> without) {
    Set<String> known = new LinkedHashSet<>(honoured);
    known.addAll(without);
    section.allowOnly(known);
    section.names().stream()
        .filter(without::contains)
        .forEach(name -> properties.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(name));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    types.forEach(
        (type, count) -> lines.add(count + " × " + type + ": " + WITHOUT_EFFECT.get(type)));
    properties.forEach((kind, names) -> lines.add(kind + ": " + String.join(", ", names)));
    return lines;
  }
}
