package callcentre.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  /** Names of what a test "created", as a runner would give them. */
  private static final References CREATED =
      new References() {
        @Override
        public Object ref(String logicalId) {
          return "ref:" + logicalId;
        }

        @Override
        public Object attribute(String logicalId, String attribute) {
          return "att:" + logicalId + "." + attribute;
        }
      };

  private final Template template = small();

  static Template small() {
    try (InputStream file = TemplateTest.class.getResourceAsStream("small.yaml")) {
      return Template.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STAGE, dev",
    "SHADOWED, own",
    "QUEUE, ref:Queue",
    "FIRST_ORIGIN, https://a",
    "SECOND_PART, b",
    "LITERAL, ${Stage} dev us-east-1 att:Queue.Arn",
    "LOCAL, small dev",
    "VERSION, 2012-10-17",
    "YES, yes",
    "PADDED, 0123",
    "LONG_FORM, small"
  })
  void everyWayToSayATextIsResolved(String variable, String value) {
    Section environment =
        template.resource("Function").properties(CREATED).requireSection("Environment");

    assertThat(environment.textsByName("Variables")).containsEntry(variable, value);
  }

  @Test
  void globalsAreMergedAsSamMergesThem() {
    Section function = template.resource("Function").properties(CREATED);

    assertThat(function.requireText("Runtime")).isEqualTo("java25");
    assertThat(function.integer("MemorySize", 0)).isEqualTo(1024);
    assertThat(function.texts("Layers")).containsExactly("global", "own");
    assertThat(template.resource("Queue").rawProperties()).doesNotContainKey("Runtime");
  }

  @Test
  void aConditionDecidesValuesAndExistence() {
    Section small = template.resource("Queue").properties(CREATED);
    Section large = template.with(Map.of("Kind", "large")).resource("Queue").properties(CREATED);

    assertThat(small.integer("VisibilityTimeout", 0)).isEqualTo(30);
    assertThat(small.has("KmsMasterKeyId")).isFalse();
    assertThat(small.requireSection("RedrivePolicy").integer("maxReceiveCount", 0)).isEqualTo(1);
    assertThat(large.integer("VisibilityTimeout", 0)).isEqualTo(60);
    assertThat(large.requireText("KmsMasterKeyId")).isEqualTo("alias/large");
    assertThat(large.requireSection("RedrivePolicy").integer("maxReceiveCount", 0)).isEqualTo(10);
    assertThat(queues(template)).containsExactly("Queue", "DeadLetters", "Odd");
    assertThat(queues(template.with(Map.of("Kind", "large")))).contains("OnlyLarge");
  }

  private static List<String> queues(Template template) {
    return template.resources("AWS::SQS::Queue").stream().map(Resource::logicalId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "small, dev, false, true, false",
    "large, dev, true, false, true",
    "large, prod, true, false, false"
  })
  void conditionsCombine(
      String kind, String stage, boolean large, boolean small, boolean largeDev) {
    Template given = template.with(Map.of("Kind", kind, "Stage", stage));

    assertThat(given.condition("IsLarge")).isEqualTo(large);
    assertThat(given.condition("IsSmall")).isEqualTo(small);
    assertThat(given.condition("IsLargeDev")).isEqualTo(largeDev);
    assertThat(given.condition("IsAnything")).isTrue();
  }

  @Test
  void oneValueCanBeReadWhileOthersCannotBeResolved() {
    assertThat(template.resource("Queue").property("QueueName", References.NONE))
        .contains("dev-sync");
    assertThat(template.resource("Queue").property("DelaySeconds", References.NONE)).isEmpty();
  }

  @Test
  void outputsUnderAFalseConditionAreLeftOut() {
    assertThat(template.outputs(CREATED)).containsOnly(Map.entry("QueueUrl", "ref:Queue"));
  }

  @Test
  void aParameterListIsAList() {
    assertThat(template.parameterValue("Origins")).contains(List.of("https://a", "https://b"));
  }

  @Test
  void aParameterWithoutDefaultMustBeGiven() {
    assertThatThrownBy(() -> template.parameterValue("Given"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Parameters.Given: has no default");
    assertThat(template.with(Map.of("Given", "x")).parameterValue("Given")).contains("x");
  }

  @ParameterizedTest
  @CsvSource({
    "Kind, medium, not one of small",
    "Stage, Dev, does not match",
    "Memory, much, not a number",
    "Memory, 256, less than 512",
    "Memory, 4096, more than 2048",
    "Missing, x, there is no parameter Missing"
  })
  void aValueThatAParameterDoesNotAllowIsRefused(String name, String value, String why) {
    assertThatThrownBy(() -> template.with(Map.of(name, value)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatCannotBeHonouredIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> template.resource("Odd").properties(CREATED))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Resources.Odd.Properties.QueueName")
        .hasMessageContaining("Fn::ImportValue");
    assertThatThrownBy(() -> template.resource("Queue").properties(References.NONE))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("DeadLetters.Arn");
    assertThatThrownBy(() -> template.resource("Nothing"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("there is no resource Nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resources: {A: {Type: T, Properties: {X: !Ref Nowhere}}} | no parameter or resource",
        "Resources: {A: {Type: T}, A: {Type: T}}                  | duplicate",
        "Resources: [A]                                            | must be a mapping",
        "just a text                                               | must be a mapping",
        "a: [                                                      | YAML"
      })
  void aBrokenTemplateSaysWhatIsBroken(String yaml, String message) {
    assertThatThrownBy(
            () ->
                Template.parse(yaml).resources().forEach(resource -> resource.properties(CREATED)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSectionSaysWhereAValueOfTheWrongKindIs() {
    Section queue = template.resource("Queue").properties(CREATED);

    assertThatThrownBy(() -> queue.requireText("RedrivePolicy"))
        .hasMessageContaining("Resources.Queue.Properties.RedrivePolicy: must be a text");
    assertThatThrownBy(() -> queue.integer("QueueName", 0))
        .hasMessageContaining("must be a whole number");
    assertThatThrownBy(() -> queue.requireText("Missing")).hasMessageContaining("is missing");
    assertThatThrownBy(() -> queue.allowOnly(Set.of("QueueName")))
        .hasMessageContaining("cannot honour [RedrivePolicy, VisibilityTimeout]");
  }

  @Test
  void theRepositorysTemplateResolvesEveryConditionAndHasResources() {
    Template repository = Template.ofRepository();

    assertThat(repository.resources()).isNotEmpty();
    assertThat(repository.resources()).allSatisfy(r -> assertThat(r.type()).contains("::"));
  }
}
