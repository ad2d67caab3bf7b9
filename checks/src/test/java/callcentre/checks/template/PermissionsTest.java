package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.template.Stack.Statement;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each function may do in AWS. */
public class PermissionsTest {

  /** Actions for which AWS offers no narrower resource than all, and where AWS says so. */
  private static final Map<String, String> NO_NARROWER_RESOURCE =
      Map.of(
          "xray:PutTraceSegments",
          "Service Authorization Reference, AWS X-Ray: the action supports no resource type",
          "xray:PutTelemetryRecords",
          "Service Authorization Reference, AWS X-Ray: the action supports no resource type");

  /** Secrets that come and go with users: their names are known, the ends of their ARNs are not. */
  private static final Pattern SECRETS_OF_USERS =
      Pattern.compile(".+:secret:" + Stack.STAGE + "/mightycall/user-(keys|tokens)/\\*");

  /** Connections of the live channel: nobody knows their ids before they open. */
  private static final Pattern LIVE_CONNECTIONS =
      Pattern.compile("arn:.+:execute-api:.+/" + Stack.STAGE + "/(POST|DELETE)/@connections/\\*");

  private static final Stack STACK = Stack.read();

  static Stream<StackFunction> functions() {
    return STACK.functions().stream();
  }

  @Test
  void everyFunctionHasARoleOfItsOwnAndEveryRoleAFunction() {
    List<String> used = functions().map(PermissionsTest::roleOf).toList();
    assertThat(used).doesNotHaveDuplicates();
    assertThat(STACK.ofType("AWS::IAM::Role"))
        .extracting(Resource::logicalId)
        .containsExactlyInAnyOrderElementsOf(used);
    assertThat(STACK.ofType("AWS::IAM::Policy")).isEmpty();
    assertThat(STACK.ofType("AWS::IAM::ManagedPolicy")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void noRoleTakesAManagedPolicyOrIsAssumedByAnythingButLambda(StackFunction function) {
    Section role = STACK.properties(roleOf(function));
    assertThat(role.names()).containsExactlyInAnyOrder("AssumeRolePolicyDocument", "Policies");
    List<Section> trust = role.requireSection("AssumeRolePolicyDocument").sections("Statement");
    assertThat(trust).hasSize(1);
    assertThat(trust.getFirst().requireSection("Principal").values())
        .containsExactly(Map.entry("Service", "lambda.amazonaws.com"));
    assertThat(function.properties().has("Policies")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void noActionHasAWildcard(StackFunction function) {
    assertThat(STACK.statements(roleOf(function)))
        .allSatisfy(
            statement -> {
              assertThat(statement.effect()).isEqualTo("Allow");
              assertThat(statement.parts())
                  .containsExactlyInAnyOrder("Sid", "Effect", "Action", "Resource");
              assertThat(statement.actions())
                  .isNotEmpty()
                  .allMatch(action -> action.matches("[a-z0-9-]+:[A-Za-z]+"));
            });
  }

  @ParameterizedTest
  @MethodSource("functions")
  void onlyListedActionsReachEveryResource(StackFunction function) {
    for (Statement statement : STACK.statements(roleOf(function))) {
      boolean wildcard =
          statement.resources().stream()
              .filter(resource -> !SECRETS_OF_USERS.matcher(resource).matches())
              .filter(resource -> !LIVE_CONNECTIONS.matcher(resource).matches())
              .anyMatch(resource -> resource.contains("*"));
      if (wildcard) {
        assertThat(NO_NARROWER_RESOURCE.keySet())
            .as(function.logicalId() + ", statement " + statement.sid())
            .containsAll(statement.actions());
      }
    }
  }

  @Test
  void theListOfExceptionsHoldsNothingThatNobodyNeeds() {
    Set<String> actions =
        functions()
            .flatMap(function -> STACK.statements(roleOf(function)).stream())
            .flatMap(statement -> statement.actions().stream())
            .collect(java.util.stream.Collectors.toSet());
    assertThat(actions).containsAll(NO_NARROWER_RESOURCE.keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionWritesItsOwnLogThatIsNotKeptForEver(StackFunction function) {
    String logs = function.logicalId() + "Logs";
    Section group = STACK.properties(logs);
    assertThat(group.integer("RetentionInDays", 0)).isPositive();
    assertThat(function.properties().requireSection("LoggingConfig").requireText("LogGroup"))
        .isEqualTo("${" + logs + "}");
    assertThat(resourcesOf(function, "logs:PutLogEvents")).containsExactly("${" + logs + ".Arn}");
  }

  @Test
  void everyLogGroupHasARetention() {
    assertThat(STACK.ofType("AWS::Logs::LogGroup"))
        .allSatisfy(
            group ->
                assertThat(STACK.properties(group).integer("RetentionInDays", 0)).isPositive());
  }

  @Test
  void onlyTheFunctionsThatTalkToMightyCallReadItsKeys() {
    assertThat(functions().filter(each -> reads(each, "CredentialsSecret")))
        .extracting(StackFunction::module)
        .containsExactlyInAnyOrder(
            "phone-numbers",
            "sync-worker",
            "audio",
            "users",
            "user-status",
            "calls",
            "voicemails",
            // It compares the key that MightyCall sends with it.
            "webhook-receiver",
            "sms-sender");
  }

  @Test
  void onlyOneFunctionWritesUsersKeys() {
    assertThat(
            functions()
                .filter(
                    each ->
                        resourcesOf(each, "secretsmanager:PutSecretValue").stream()
                            .anyMatch(resource -> resource.contains("/user-keys/"))))
        .extracting(StackFunction::module)
        .containsExactly("users");
  }

  @Test
  void onlyWhoActsInUsersNamesReadsTheirKeys() {
    assertThat(
            functions()
                .filter(
                    each ->
                        resourcesOf(each, "secretsmanager:GetSecretValue").stream()
                            .anyMatch(resource -> SECRETS_OF_USERS.matcher(resource).matches())))
        .extracting(StackFunction::module)
        .containsExactlyInAnyOrder("calls", "user-status");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aSecretIsReadOnlyByWhoIsToldItsName(StackFunction function) {
    Map<String, String> variables =
        function.properties().requireSection("Environment").textsByName("Variables");
    Set<String> told =
        Stack.read(Map.of("JwtHs256", "true"))
            .function(function.module())
            .properties()
            .requireSection("Environment")
            .textsByName("Variables")
            .values()
            .stream()
            .filter(value -> value.endsWith("Secret}"))
            .collect(java.util.stream.Collectors.toSet());
    assertThat(resourcesOf(function, "secretsmanager:GetSecretValue"))
        .filteredOn(resource -> !SECRETS_OF_USERS.matcher(resource).matches())
        .isSubsetOf(told);
    assertThat(variables.values()).noneMatch(value -> value.contains("resolve:secretsmanager"));
  }

  /** The logical id of a function's role. */
  public static String roleOf(StackFunction function) {
    String reference = function.properties().requireText("Role");
    return Optional.of(reference)
        .filter(text -> text.matches("\\$\\{\\w+\\.Arn}"))
        .map(text -> text.substring(2, text.length() - ".Arn}".length()))
        .orElseThrow(() -> new IllegalStateException(function.logicalId() + ": " + reference));
  }

  private static List<String> resourcesOf(StackFunction function, String action) {
    return STACK.statements(roleOf(function)).stream()
        .filter(statement -> statement.actions().contains(action))
        .flatMap(statement -> statement.resources().stream())
        .toList();
  }

  private static boolean reads(StackFunction function, String secret) {
    return resourcesOf(function, "secretsmanager:GetSecretValue").contains("${" + secret + "}");
  }
}
