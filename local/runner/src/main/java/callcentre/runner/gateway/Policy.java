package callcentre.runner.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An authorizer's IAM policy, as far as execute-api reads it. */
record Policy(List<Statement> statements) {

  private static final String INVOKE = "execute-api:Invoke";

  record Statement(boolean allow, List<Pattern> actions, List<Pattern> resources) {

    boolean covers(String methodArn) {
      return actions.stream().anyMatch(action -> action.matcher(INVOKE).matches())
          && resources.stream().anyMatch(resource -> resource.matcher(methodArn).matches());
    }
  }

  /** Empty if the document is no policy. */
  static Optional<Policy> read(JsonNode document) {
    JsonNode statement = document.path("Statement");
    List<Statement> statements = new ArrayList<>();
    for (JsonNode each : statement.isObject() ? List.of(statement) : statement) {
      String effect = each.path("Effect").asText("");
      List<Pattern> actions = patterns(each.path("Action"), Pattern.CASE_INSENSITIVE);
      List<Pattern> resources = patterns(each.path("Resource"), 0);
      boolean known = effect.equals("Allow") || effect.equals("Deny");
      if (!known || actions.isEmpty() || resources.isEmpty()) {
        return Optional.empty();
      }
      statements.add(new Statement(effect.equals("Allow"), actions, resources));
    }
    return statements.isEmpty() ? Optional.empty() : Optional.of(new Policy(statements));
  }

  private static List<Pattern> patterns(JsonNode value, int flags) {
    List<Pattern> patterns = new ArrayList<>();
    for (JsonNode each : value.isTextual() ? List.of(value) : value) {
      String expression =
          Pattern.quote(each.asText()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
      patterns.add(Pattern.compile(expression, flags));
    }
    return patterns;
  }

  /** A Deny wins over every Allow; nothing said is a Deny. */
  boolean allows(String methodArn) {
    return statements.stream().anyMatch(each -> each.allow() && each.covers(methodArn))
        && !denies(methodArn);
  }

  boolean denies(String methodArn) {
    return statements.stream().anyMatch(each -> !each.allow() && each.covers(methodArn));
  }
}
