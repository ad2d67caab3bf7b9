package callcentre.runner;

import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.Options;
import callcentre.runner.cli.Provider;
import callcentre.runner.seed.DemoSeed;
import callcentre.runner.seed.SeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Seeds a new data folder once. */
final class FirstData {

  private FirstData() {}

  /** A seed that fails is told and tried again at the next start; the system runs on. */
  static void plant(LocalSystem.Running running, Options options, Console console)
      throws IOException, InterruptedException {
    Path marker = running.folder().seedMarker();
    if (Files.exists(marker)) {
      console.step("The data folder has its first data: " + options.data());
      return;
    }
    LocalFacts facts = running.facts();
    String token = Objects.requireNonNull(facts.tokens().get("platform_admin"));
    DemoSeed seed = new DemoSeed(facts.address(), token, console::step);
    try {
      if (options.provider() == Provider.DEMO) {
        seed.plant();
      } else {
        seed.sync();
      }
      Files.writeString(marker, "");
    } catch (SeedException refused) {
      if (running.system().stopping()) {
        return;
      }
      console.complain(
          refused.getMessage()
              + System.lineSeparator()
              + "          The first data is incomplete; what was stored is kept. The logs are in "
              + running.folder().logs()
              + "; the next ./run tries again.");
    }
  }
}
