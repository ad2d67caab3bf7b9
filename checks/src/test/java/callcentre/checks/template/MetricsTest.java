package callcentre.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.checks.Repository;
import callcentre.cloud.template.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Metrics are made from log lines: what filters read must be written, and alarms must read them.
 */
class MetricsTest {

  private static final String OUR_NAMESPACE = "MightyCall/" + Stack.STAGE;
  private static final Pattern LOG_KEY = Pattern.compile("\\$\\.(\\w+)");
  private static final Stack STACK = Stack.read();

  /** A metric as filters make it and alarms read it. */
  record Metric(String name, Set<String> dimensions) {}

  static Stream<StackFunction> functionsOfTheApi() {
    return STACK.functions().stream()
        .filter(
            each -> each.properties().requireText("Handler").equals("callcentre.api.ApiFunction"));
  }

  @ParameterizedTest
  @MethodSource("functionsOfTheApi")
  void theProblemsOfEveryFunctionOfTheApiAreCountedByTheirCode(StackFunction function) {
    String logs = "${" + function.logicalId() + "Logs}";
    assertThat(filters())
        .filteredOn(filter -> filter.requireText("LogGroupName").equals(logs))
        .filteredOn(filter -> filter.requireText("FilterPattern").equals("{ $.status >= 500 }"))
        .flatExtracting(MetricsTest::madeBy)
        .containsExactly(new Metric("Problems", Set.of("error_code")));
  }

  @Test
  void everyAlarmOnAMetricOfOursReadsOneThatAFilterMakes() {
    Set<Metric> made = new HashSet<>();
    filters().forEach(filter -> made.addAll(madeBy(filter)));
    List<Metric> read = new ArrayList<>();
    for (var alarm : STACK.ofType("AWS::CloudWatch::Alarm")) {
      Section properties = STACK.properties(alarm);
      Stream.concat(
              Stream.of(properties),
              properties.sections("Metrics").stream()
                  .flatMap(metric -> metric.section("MetricStat").stream())
                  .map(stat -> stat.requireSection("Metric")))
          .filter(metric -> metric.text("Namespace").filter(OUR_NAMESPACE::equals).isPresent())
          .forEach(metric -> read.add(new Metric(metric.requireText("MetricName"), names(metric))));
    }
    assertThat(read).isNotEmpty().isSubsetOf(made);
    assertThat(made).as("metrics without an alarm").isSubsetOf(read);
  }

  @Test
  void everyKeyThatAFilterReadsIsWrittenByAFunction() {
    Set<String> keys = new TreeSet<>();
    for (Section filter : filters()) {
      Matcher key =
          LOG_KEY.matcher(
              filter.requireText("FilterPattern")
                  + filter.sections("MetricTransformations").getFirst().values());
      while (key.find()) {
        keys.add(key.group(1));
      }
    }
    List<String> sources =
        Repository.committedFiles(".java").stream()
            .filter(file -> Repository.name(file).matches("(shared|functions)/.*/src/main/.*"))
            .map(Repository::text)
            .toList();
    assertThat(keys)
        .isNotEmpty()
        .allSatisfy(key -> assertThat(sources).anyMatch(text -> text.contains('"' + key + '"')));
  }

  private static List<Section> filters() {
    return STACK.ofType("AWS::Logs::MetricFilter").stream().map(STACK::properties).toList();
  }

  private static List<Metric> madeBy(Section filter) {
    return filter.sections("MetricTransformations").stream()
        .map(
            made -> {
              assertThat(made.requireText("MetricNamespace")).isEqualTo(OUR_NAMESPACE);
              Set<String> dimensions = new HashSet<>();
              made.sections("Dimensions").forEach(each -> dimensions.add(each.requireText("Key")));
              return new Metric(made.requireText("MetricName"), dimensions);
            })
        .toList();
  }

  private static Set<String> names(Section metric) {
    Set<String> names = new HashSet<>();
    metric.sections("Dimensions").forEach(each -> names.add(each.requireText("Name")));
    return names;
  }
}
