package callcentre.benchmarks;

import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cold starts side by side: the rows take turns, so that a change of the machine's mood meets all
 * of them alike. Compare rows of one run, never runs.
 */
public final class ColdStart {

  private static final String API = "callcentre.api.ApiFunction";
  private static final Path EVENT = Path.of("events/api-phone-numbers-list.json");
  private static final Path PACKAGE = Path.of("functions/phone-numbers/target/package");

  private ColdStart() {}

  /**
   * @param arguments the number of runs of each row
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int runs = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("cold-start");
    try (Cloud cloud = Cloud.start()) {
      String stage = cloud.newStage();
      TemplateTables.create(cloud, stage);
      cloud.createSecret(
          stage + "/signing", "{\"master\":\"a-key-that-only-this-benchmark-uses-0123456789\"}");
      Map<String, String> environment = environment(cloud, stage);
      byte[] event = Files.readAllBytes(EVENT);
      List<Row> rows =
          subjects().stream()
              .map(subject -> new Row(subject, new Trial(subject, event, environment, folder)))
              .toList();
      measure(rows, runs);
      report(rows);
    }
    // The embedded services keep threads that are not daemons.
    System.exit(0);
  }

  private static List<Subject> subjects() throws IOException {
    List<Path> bare = List.of(Trial.jarOf(BareHandler.class));
    List<Path> phoneNumbers = Subject.packageOf(PACKAGE);
    return List.of(
        new Subject("bare handler, C1", bare, BareHandler.class.getName(), false),
        new Subject("phone-numbers, C1", phoneNumbers, API, false),
        new Subject("bare handler, restored", bare, BareHandler.class.getName(), true),
        new Subject("phone-numbers, restored (primed)", phoneNumbers, API, true));
  }

  private static void measure(List<Row> rows, int runs) throws IOException, InterruptedException {
    for (int run = -1; run < runs; run++) {
      for (Row row : rows) {
        Trial.Result result = row.trial().run(false);
        if (!result.body().contains("\"statusCode\":200")) {
          throw new IllegalStateException(row.subject().name() + " answered " + result.body());
        }
        // The first round fills the file cache and is not counted.
        if (run >= 0) {
          row.millis().add(result.millis());
        }
      }
      System.err.printf(Locale.ROOT, "round %d of %d%n", run + 1, runs);
    }
  }

  private static void report(List<Row> rows) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%-34s %8s %8s %8s   %10s %8s%n",
        "row",
        "min ms",
        "median",
        "max",
        "package KB",
        "classes");
    for (Row row : rows) {
      List<Double> sorted = row.millis().stream().sorted().toList();
      System.out.printf(
          Locale.ROOT,
          "%-34s %8.0f %8.0f %8.0f   %10d %8d%n",
          row.subject().name(),
          sorted.getFirst(),
          sorted.get(sorted.size() / 2),
          sorted.getLast(),
          row.subject().bytes() / 1024,
          row.trial().run(true).loadedClasses());
    }
  }

  /** A line of the table: what is started and the times so far. */
  private record Row(Subject subject, Trial trial, List<Double> millis) {

    Row(Subject subject, Trial trial) {
      this(subject, trial, new ArrayList<>());
    }
  }

  private static Map<String, String> environment(Cloud cloud, String stage) {
    URI dynamoDb = cloud.endpoints().dynamoDb();
    URI secrets = cloud.endpoints().secretsManager();
    return Map.of(
        "STAGE",
        stage,
        "ALLOWED_ORIGINS",
        "http://localhost:*",
        "SIGNING_SECRET_ID",
        stage + "/signing",
        "AWS_REGION",
        "us-east-1",
        "AWS_ACCESS_KEY_ID",
        "local",
        "AWS_SECRET_ACCESS_KEY",
        "local",
        "AWS_ENDPOINT_URL_DYNAMODB",
        dynamoDb.toString(),
        "AWS_ENDPOINT_URL_SECRETS_MANAGER",
        secrets.toString());
  }
}
