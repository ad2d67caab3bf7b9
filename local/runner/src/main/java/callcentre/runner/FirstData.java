package callcentre.runner;

import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalFacts;
import callcentre.runner.cli.Options;
import callcentre.runner.cli.Provider;
import callcentre.runner.seed.DemoSeed;
import callcentre.runner.seed.SeedException;
import callcentre.runner.seed.WebhookRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Seeds a new data folder once, and tells the simulator where webhooks go. */
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

  /** The simulator forgets the address when it ends: it is given at every start. */
  static void registerWebhook(LocalSystem.Running running, Console console)
      throws InterruptedException {
    LocalFacts facts = running.facts();
    Optional<String> simulator = facts.account().simulatorAddress();
    if (simulator.isEmpty()) {
      return;
    }
    try {
      WebhookRegistration.register(simulator.get(), facts.webhookAddress());
      console.step("Calls of the simulator are told to " + facts.webhookAddress());
    } catch (SeedException refused) {
      if (!running.system().stopping()) {
        console.complain(
            refused.getMessage()
                + System.lineSeparator()
                + "          Calls come by the sync alone; the next ./run tries again.");
      }
    }
  }
}
