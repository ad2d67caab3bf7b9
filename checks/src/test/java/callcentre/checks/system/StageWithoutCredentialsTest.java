package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.template.Template;
import callcentre.runner.LocalSystem;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.OptionParser;
import callcentre.runner.process.Surroundings;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour of a stage: deployed, and nobody has stored the credentials yet. */
class StageWithoutCredentialsTest {

  private static final String NOT_STORED = "bare/mightycall/not-stored";

  @TempDir private Path folder;

  @Test
  void whatNeedsThemIsUnavailableAndNamesThemAndHealthNamesThem() throws Exception {
    LocalSystem.Running running = start();
    try (LocalSystem system = running.system()) {
      Dashboard dashboard = new Dashboard(running.facts());

      Answer refused = dashboard.post("platform_admin", BASE + "/sync");
      assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
      assertThat(refused.error()).isEqualTo("temporarily_unavailable");
      assertThat(refused.body().path("detail").asText()).contains(NOT_STORED);

      Answer health = dashboard.call("GET", "/api/health", Map.of(), MissingNode.getInstance());
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.body().path("status").asText()).isEqualTo("degraded");
      assertThat(health.body().path("missing").path(0).asText()).isEqualTo(NOT_STORED);
    }
  }

  private LocalSystem.Running start() throws IOException, InterruptedException {
    PrintStream screen = new PrintStream(OutputStream.nullOutputStream());
    Surroundings withoutCredentials =
        (function, services) -> {
          Map<String, String> variables = new HashMap<>(Surroundings.OPEN.of(function, services));
          variables.put("CREDENTIALS_SECRET_ID", NOT_STORED);
          return variables;
        };
    return LocalSystem.start(
        OptionParser.parse(
                "--port",
                String.valueOf(FreePorts.twoInARow()),
                "--simulator-port",
                String.valueOf(FreePorts.one()),
                "--data",
                folder.resolve("data").toString(),
                "--stage",
                "bare",
                "--parameter",
                "SyncEnabled=false")
            .orElseThrow(),
        new Console(screen, screen),
        Template.repositoryFolder(),
        withoutCredentials);
  }
}
