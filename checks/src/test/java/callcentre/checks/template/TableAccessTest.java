package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.code.FunctionCode;
import callcentre.storage.Table;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function may reach the tables that its code uses, and no other. */
class TableAccessTest {

  private static final Stack STACK = Stack.read();

  private static final String STREAM = ".StreamArn}";

  /** The name of a table without the stage, by what its ARN is called in policies. */
  private static final Map<String, String> NAME_BY_ARN =
      STACK.ofType("AWS::DynamoDB::Table").stream()
          .collect(
              Collectors.toMap(
                  table -> "${" + table.logicalId() + ".Arn}",
                  table ->
                      STACK
                          .properties(table)
                          .requireText("TableName")
                          .substring(Stack.STAGE.length() + 1)));

  static Stream<StackFunction> functions() {
    return STACK.functions().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theRoleReachesExactlyTheTablesThatTheCodeUses(StackFunction function) {
    Set<String> granted = new TreeSet<>();
    Set<String> followed = new TreeSet<>();
    STACK.statements(PermissionsTest.roleOf(function)).stream()
        .filter(statement -> statement.actions().stream().anyMatch(a -> a.startsWith("dynamodb:")))
        .flatMap(statement -> statement.resources().stream())
        .map(arn -> arn.replaceFirst("/index/[a-z_]+$", ""))
        .forEach(
            arn -> {
              String table = arn.replace(STREAM, ".Arn}");
              (arn.endsWith(STREAM) ? followed : granted)
                  .add(NAME_BY_ARN.getOrDefault(table, table));
            });
    Set<String> used = new TreeSet<>();
    FunctionCode.of(function)
        .constantsOf(Table.class)
        .forEach(name -> used.add(Table.valueOf(name).baseName()));
    // Lambda reads a stream for the function: knowing the items that it brings takes no right.
    used.removeIf(table -> followed.contains(table) && !granted.contains(table));
    assertThat(granted).as(function.module()).isEqualTo(used);
  }
}
