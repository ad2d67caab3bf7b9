package callcentre.checks.system;

import callcentre.checks.system.AwsRequest.Need;
import callcentre.checks.template.PermissionsTest;
import callcentre.checks.template.Stack;
import callcentre.checks.template.Stack.Statement;
import callcentre.checks.template.StackFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the roles of the template grant to each function, by the names of resources. */
final class Grants {

  private final Map<String, Set<Need>> byFunction = new HashMap<>();

  /**
   * Reads the template.
   *
   * @param stage the prefix of the resources' names
   */
  Grants(String stage) {
    Stack stack = Stack.read(Map.of("Stage", stage));
    Map<String, String> names = new HashMap<>();
    stack
        .ofType("AWS::DynamoDB::Table")
        .forEach(
            table ->
                names.put(
                    "${" + table.logicalId() + ".Arn}",
                    stack.properties(table).requireText("TableName")));
    stack
        .ofType("AWS::SQS::Queue")
        .forEach(
            queue ->
                names.put(
                    "${" + queue.logicalId() + ".Arn}",
                    stack.properties(queue).requireText("QueueName")));
    stack
        .ofType("AWS::SecretsManager::Secret")
        .forEach(
            secret ->
                names.put(
                    "${" + secret.logicalId() + "}", stack.properties(secret).requireText("Name")));
    for (StackFunction function : stack.functions()) {
      Set<Need> granted = new HashSet<>();
      for (Statement statement : stack.statements(PermissionsTest.roleOf(function))) {
        for (String action : statement.actions()) {
          statement.resources().forEach(r -> granted.add(new Need(action, named(r, names))));
        }
      }
      byFunction.put(function.module(), Set.copyOf(granted));
    }
  }

  boolean allows(String function, Need need) {
    return byFunction.getOrDefault(function, Set.of()).stream()
        .filter(granted -> granted.action().equals(need.action()))
        .anyMatch(granted -> covers(granted.resource(), need.resource()));
  }

  /**
   * The name behind a reference, with what follows it: an index of a table. What of a secret's ARN
   * is its name; secrets of users are granted by the name's beginning.
   */
  private static String named(String resource, Map<String, String> names) {
    int end = resource.indexOf('}') + 1;
    String name = names.get(resource.substring(0, end));
    if (name != null) {
      return name + resource.substring(end);
    }
    int secret = resource.indexOf(":secret:");
    return secret < 0 ? resource : resource.substring(secret + ":secret:".length());
  }

  private static boolean covers(String granted, String needed) {
    return granted.length() > 1 && granted.endsWith("*")
        ? needed.startsWith(granted.substring(0, granted.length() - 1))
        : granted.equals(needed);
  }
}
