package callcentre.cloud.template;

import java.util.List;
import java.util.Map;

/** The condition functions: {@code Equals, Not, And, Or, Condition}. */
final class Conditions {

  private final Template template;
  private final Evaluation evaluation;

  Conditions(Template template, Evaluation evaluation) {
    this.template = template;
    this.evaluation = evaluation;
  }

  boolean holds(String where, Object expression) {
    Map<String, Object> call = Shape.map(where, expression);
    if (call.size() != 1) {
      throw new TemplateException(where, "must be one condition function");
    }
    String function = call.keySet().iterator().next();
    Object argument = call.getOrDefault(function, Shape.NO_VALUE);
    return switch (function) {
      case "Condition" -> template.condition(Shape.text(where, argument));
      case "Fn::Equals" -> equal(where, Shape.list(where, argument));
      case "Fn::Not" -> !holds(where, Shape.list(where, argument).getFirst());
      case "Fn::And" -> Shape.list(where, argument).stream().allMatch(inner -> holds(where, inner));
      case "Fn::Or" -> Shape.list(where, argument).stream().anyMatch(inner -> holds(where, inner));
      default -> throw new TemplateException(where, function + " is no condition function");
    };
  }

  private boolean equal(String where, List<?> sides) {
    if (sides.size() != 2) {
      throw new TemplateException(where, "Fn::Equals takes two values");
    }
    return evaluation
        .comparable(where, sides.get(0))
        .equals(evaluation.comparable(where, sides.get(1)));
  }
}
