package callcentre.benchmarks.live;

import callcentre.cloud.template.Template;
import callcentre.runner.LocalSystem;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.OptionParser;
import callcentre.runner.cli.Ports;
import callcentre.runner.seed.DemoSeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What {@code ./run} starts, in a folder of its own on ports of its own. MightyCall has no calls
 * but those of the measurement, and nothing is pulled: rows change by webhooks alone.
 */
final class MeasuredSystem implements AutoCloseable {

  private static final int FIRST_PORT = 4400;
  private static final List<String> NOTHING_IS_PULLED =
      List.of(
          "--parameter",
          "SyncSchedule=rate(7 days)",
          "--parameter",
          "FullSyncSchedule=rate(7 days)");

  private final Path folder;
  private final LocalSystem.Running running;
  private final Console console;
  private boolean succeeded;

  private MeasuredSystem(Path folder, LocalSystem.Running running, Console console) {
    this.folder = folder;
    this.running = running;
    this.console = console;
  }

  /** Starts it with its people, organisations and owners. */
  static MeasuredSystem start(Console console) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("live-latency");
    int port = Ports.nextFree(FIRST_PORT);
    String[] arguments =
        Stream.of(
                List.of("--port", String.valueOf(port)),
                List.of("--simulator-port", String.valueOf(Ports.nextFree(port + 1))),
                List.of("--data", folder.resolve("data").toString()),
                NOTHING_IS_PULLED)
            .flatMap(List::stream)
            .toArray(String[]::new);
    LocalSystem.Running running =
        LocalSystem.start(
            OptionParser.parse(arguments).orElseThrow(), console, Template.repositoryFolder());
    MeasuredSystem system = new MeasuredSystem(folder, running, console);
    try (Http control = system.control()) {
      control.send("DELETE", "/history", "");
      control.send("POST", "/demo", "{\"months\": 1, \"calls_per_day\": 1, \"living\": false}");
      LocalFacts facts = running.facts();
      new DemoSeed(facts.address(), system.token("platform_admin"), console::step).plant();
    } catch (IOException | InterruptedException | RuntimeException failure) {
      system.close();
      throw failure;
    }
    return system;
  }

  LocalFacts facts() {
    return running.facts();
  }

  /** The simulator's control. */
  Http control() {
    return new Http(facts().account().simulatorAddress().orElseThrow() + "/_simulator");
  }

  String token(String role) {
    Map<String, String> tokens = facts().tokens();
    return Objects.requireNonNull(tokens.get(role), role);
  }

  /** Nothing needs to be looked up in logs: the folder goes. */
  void succeeded() {
    succeeded = true;
  }

  @Override
  public void close() throws IOException {
    running.system().close();
    if (!succeeded) {
      console.complain("The measurement failed; tables and logs are kept in " + folder);
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
