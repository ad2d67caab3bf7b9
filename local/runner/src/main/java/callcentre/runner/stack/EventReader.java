package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.events.AwsSchedule;
import callcentre.runner.events.QueueMapping;
import callcentre.runner.events.Schedule;
import callcentre.runner.gateway.PathPattern;
import callcentre.runner.gateway.Route;
import callcentre.runner.process.FunctionSpec;
import callcentre.runner.streams.StreamMapping;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the {@code Events} of all functions into routes, mappings of queues and streams, and
 * schedules.
 */
final class EventReader {

  /** What Lambda runs at one time for a queue unless told otherwise is far more than this. */
  private static final int DEFAULT_QUEUE_CONCURRENCY = 2;

  private static final int DEFAULT_BATCH_SIZE = 10;

  private static final Set<String> SCHEDULE_WITHOUT_EFFECT =
      Set.of("RetryPolicy", "FlexibleTimeWindow", "DeadLetterConfig", "Description", "RoleArn");

  private final NotHonoured notHonoured;
  private final Map<String, Optional<String>> defaultAuthorizers;
  private final Map<String, List<Route>> routes = new LinkedHashMap<>();
  private final List<QueueMapping> mappings = new ArrayList<>();
  private final List<StreamMapping> streams = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();

  /**
   * @param defaultAuthorizers of every API, by its logical id
   */
  EventReader(NotHonoured notHonoured, Map<String, Optional<String>> defaultAuthorizers) {
    this.notHonoured = notHonoured;
    this.defaultAuthorizers = defaultAuthorizers;
  }

  void read(FunctionSpec spec, Section functionProperties) {
    String function = spec.name();
    functionProperties
        .sectionsByName("Events")
        .forEach(
            (name, event) -> {
              event.allowOnly(Set.of("Type", "Properties"));
              Section properties = event.requireSection("Properties");
              switch (event.requireText("Type")) {
                case "Api" -> route(function, properties);
                case "SQS" -> mapping(spec, properties);
                case "DynamoDB" -> StreamReader.read(function, properties).ifPresent(streams::add);
                case "ScheduleV2" -> schedule(function + "-" + name, function, properties, true);
                case "Schedule" -> schedule(function + "-" + name, function, properties, false);
                case String other ->
                    throw new TemplateException(
                        event.path(), "the local system has no event source of type " + other);
              }
            });
  }

  private void route(String function, Section event) {
    event.allowOnly(Set.of("RestApiId", "Path", "Method", "Auth"));
    String api = event.requireText("RestApiId");
    if (!defaultAuthorizers.containsKey(api)) {
      throw new TemplateException(event.path() + ".RestApiId", api + " is no API of this template");
    }
    Optional<String> authorizer = defaultAuthorizers.getOrDefault(api, Optional.empty());
    if (event.has("Auth")) {
      Section auth = event.requireSection("Auth");
      auth.allowOnly(Set.of("Authorizer"));
      authorizer = auth.text("Authorizer").or(() -> defaultAuthorizers.get(api));
    }
    routes
        .computeIfAbsent(api, ignored -> new ArrayList<>())
        .add(
            new Route(
                method(event.requireText("Method")),
                PathPattern.parse(event.requireText("Path")),
                function,
                authorizer.filter(name -> !name.equals("NONE"))));
  }

  private static String method(String text) {
    String method = text.toUpperCase(Locale.ROOT);
    return method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? Route.ANY : method;
  }

  private void mapping(FunctionSpec function, Section event) {
    event.allowOnly(
        Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig",
            "Enabled"));
    if (!event.flag("Enabled", true)) {
      return;
    }
    mappings.add(
        new QueueMapping(
            event.requireText("Queue"),
            function.name(),
            function.timeout(),
            event.integer("BatchSize", DEFAULT_BATCH_SIZE),
            Duration.ofSeconds(event.integer("MaximumBatchingWindowInSeconds", 0)),
            event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
            event
                .section("ScalingConfig")
                .map(scaling -> scaling.integer("MaximumConcurrency", DEFAULT_QUEUE_CONCURRENCY))
                .orElse(DEFAULT_QUEUE_CONCURRENCY)));
  }

  private void schedule(String name, String function, Section event, boolean second) {
    String expressionName = second ? "ScheduleExpression" : "Schedule";
    notHonoured.properties(
        "Schedules",
        event,
        Set.of(expressionName, "Name", "State", "Enabled", "Input", "ScheduleExpressionTimezone"),
        SCHEDULE_WITHOUT_EFFECT);
    boolean enabled =
        event.text("State").map("ENABLED"::equals).orElseGet(() -> event.flag("Enabled", true));
    AwsSchedule expression;
    try {
      ZoneId zone = ZoneId.of(event.text("ScheduleExpressionTimezone").orElse("UTC"));
      expression = AwsSchedule.parse(event.requireText(expressionName), zone);
    } catch (java.time.DateTimeException | IllegalArgumentException wrong) {
      throw new TemplateException(event.path(), String.valueOf(wrong.getMessage()));
    }
    schedules.add(
        new Schedule(
            event.text("Name").orElse(name),
            function,
            expression,
            enabled,
            event.text("Input"),
            second ? "aws.scheduler" : "aws.events"));
  }

  List<Route> routesOf(String api) {
    return routes.getOrDefault(api, List.of());
  }

  List<QueueMapping> mappings() {
    return mappings;
  }

  List<StreamMapping> streams() {
    return streams;
  }

  List<Schedule> schedules() {
    return schedules;
  }
}
