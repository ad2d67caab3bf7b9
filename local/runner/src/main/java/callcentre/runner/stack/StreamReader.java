package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.streams.StreamFilter;
import callcentre.runner.streams.StreamMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an event of type {@code DynamoDB}: a stream as an event source. */
final class StreamReader {

  private static final int DEFAULT_BATCH_SIZE = 100;

  private StreamReader() {}

  /**
   * Empty when the mapping is switched off.
   *
   * @throws TemplateException naming what cannot be honoured
   */
  static Optional<StreamMapping> read(String function, Section event) {
    event.allowOnly(
        Set.of(
            "Stream",
            "StartingPosition",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FilterCriteria",
            "FunctionResponseTypes",
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "DestinationConfig",
            "Enabled"));
    if (!event.flag("Enabled", true)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StreamMapping(
              event.requireText("Stream"),
              function,
              event.integer("BatchSize", DEFAULT_BATCH_SIZE),
              Duration.ofSeconds(event.integer("MaximumBatchingWindowInSeconds", 0)),
              fromBeginning(event.requireText("StartingPosition")),
              filter(event),
              failures(event)));
    } catch (IllegalArgumentException wrong) {
      throw new TemplateException(event.path(), String.valueOf(wrong.getMessage()));
    }
  }

  private static boolean fromBeginning(String startingPosition) {
    return switch (startingPosition) {
      case "TRIM_HORIZON" -> true;
      case "LATEST" -> false;
      default ->
          throw new IllegalArgumentException(
              "the local system cannot start a stream at " + startingPosition);
    };
  }

  private static StreamFilter filter(Section event) {
    List<Section> filters =
        event
            .section("FilterCriteria")
            .map(criteria -> criteria.sections("Filters"))
            .orElse(List.of());
    return StreamFilter.of(filters.stream().map(each -> each.requireText("Pattern")).toList());
  }

  private static StreamMapping.Failures failures(Section event) {
    int retries = event.integer("MaximumRetryAttempts", -1);
    return new StreamMapping.Failures(
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        event.flag("BisectBatchOnFunctionError", false),
        Optional.of(retries).filter(times -> times >= 0),
        event
            .section("DestinationConfig")
            .map(config -> config.requireSection("OnFailure"))
            .map(StreamReader::queueArn));
  }

  private static String queueArn(Section onFailure) {
    String type = onFailure.text("Type").orElse("SQS");
    if (!type.equals("SQS")) {
      throw new IllegalArgumentException("the local system cannot tell " + type + " of failures");
    }
    return onFailure.requireText("Destination");
  }
}
