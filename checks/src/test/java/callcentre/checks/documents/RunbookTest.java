package callcentre.checks.documents;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.checks.template.Stack;
import callcentre.cloud.template.Resource;
import callcentre.cloud.template.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is woken by an alarm finds a page about it. */
class RunbookTest {

  private static final String FILE = "docs/runbook.md";
  private static final Stack STACK =
      Stack.read(Map.of("AlarmTopicArn", "arn:aws:sns:us-east-1:000000000000:alarms"));

  private final Markdown runbook = Markdown.read(Repository.file(FILE));

  static Stream<String> alarms() {
    return STACK.ofType("AWS::CloudWatch::Alarm").stream().map(RunbookTest::nameOf);
  }

  private static String nameOf(Resource alarm) {
    return STACK.properties(alarm).requireText("AlarmName").substring((Stack.STAGE + "-").length());
  }

  @ParameterizedTest
  @MethodSource("alarms")
  void everyAlarmHasAPageThatSaysWhatToDo(String alarm) {
    assertThat(runbook.anchors()).contains(alarm);
    assertThat(runbook.under(alarm))
        .contains("**Means.**", "**Users see**", "**Look at**", "**Do**");
  }

  @Test
  void thereIsNoPageForAnAlarmThatDoesNotExist() {
    String alarmsPart = runbook.prose().split("(?m)^# ", -1)[2];
    List<String> pages =
        alarmsPart
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    assertThat(pages).containsExactlyInAnyOrderElementsOf(alarms().toList());
  }

  @Test
  void everyAlarmsDescriptionLinksToItsPage() {
    assertThat(STACK.ofType("AWS::CloudWatch::Alarm"))
        .isNotEmpty()
        .allSatisfy(
            alarm ->
                assertThat(STACK.properties(alarm).requireText("AlarmDescription"))
                    .contains(FILE + "#" + nameOf(alarm)));
  }

  @Test
  void everyAlarmWakesSomebodyOnceThereIsATopic() {
    assertThat(STACK.ofType("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            alarm -> {
              Section properties = STACK.properties(alarm);
              assertThat(properties.texts("AlarmActions")).hasSize(1);
              assertThat(properties.requireText("TreatMissingData")).isEqualTo("notBreaching");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Credentials are wrong or have changed",
        "The budget is closed",
        "A sync job does not end",
        "Messages in the dead-letter queue",
        "Restore a table",
        "Rotate the signing secret",
        "The first deploy"
      })
  void theTasksThatNeedCareHaveAPage(String task) {
    assertThat(runbook.under(task)).isNotBlank();
  }
}
