package callcentre.runner.stack;

import callcentre.cloud.template.Section;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.process.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads an {@code AWS::Serverless::Function}. */
final class FunctionReader {

  private static final Set<String> HONOURED =
      Set.of(
          "CodeUri",
          "Handler",
          "Runtime",
          "MemorySize",
          "Timeout",
          "Environment",
          "Events",
          "ReservedConcurrentExecutions",
          "Description",
          "AutoPublishAlias",
          "AutoPublishCodeSha256");
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "Architectures",
          "Role",
          "Policies",
          "Tracing",
          "SnapStart",
          "LoggingConfig",
          "Tags",
          "ProvisionedConcurrencyConfig");

  private static final int DEFAULT_MEMORY_MEGABYTES = 128;
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;

  private final Path repository;
  private final NotHonoured notHonoured;

  FunctionReader(Path repository, NotHonoured notHonoured) {
    this.repository = repository;
    this.notHonoured = notHonoured;
  }

  FunctionSpec read(String logicalId, Section properties) {
    notHonoured.properties("Functions", properties, HONOURED, WITHOUT_EFFECT);
    String runtime = properties.requireText("Runtime");
    if (!runtime.equals("java25")) {
      throw new TemplateException(
          properties.path() + ".Runtime", "the local system runs java25, not " + runtime);
    }
    Map<String, String> environment =
        properties
            .section("Environment")
            .map(each -> each.textsByName("Variables"))
            .orElse(Map.of());
    return new FunctionSpec(
        FunctionNames.of(logicalId),
        repository.resolve(properties.requireText("CodeUri")),
        properties.requireText("Handler"),
        properties.integer("MemorySize", DEFAULT_MEMORY_MEGABYTES),
        Duration.ofSeconds(properties.integer("Timeout", DEFAULT_TIMEOUT_SECONDS)),
        environment,
        properties.has("ReservedConcurrentExecutions")
            ? OptionalInt.of(properties.integer("ReservedConcurrentExecutions", 0))
            : OptionalInt.empty());
  }
}
