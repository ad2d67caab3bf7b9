package callcentre.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.runner.events.Chaos;
import callcentre.runner.process.RuntimeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionParserTest {

  @Test
  void everyOptionHasADefault() {
    Options options = OptionParser.parse().orElseThrow();

    assertThat(options)
        .isEqualTo(
            new Options(
                4000,
                4010,
                Path.of(".local-data").toAbsolutePath(),
                false,
                Provider.DEMO,
                "local",
                java.util.Set.of(),
                RuntimeKind.ofThisMachine(),
                Duration.ofMinutes(10),
                2,
                Map.of()));
  }

  @Test
  void everyOptionCanBeGivenWithASpaceOrAnEqualsSign() {
    Options options =
        OptionParser.parse(
                "--port=4400",
                "--simulator-port",
                "4500",
                "--data",
                "/tmp/x",
                "--reset",
                "--provider",
                "real",
                "--stage",
                "other",
                "--events",
                "duplicate,delay",
                "--runtime",
                "pure",
                "--idle-minutes",
                "1",
                "--processes",
                "3",
                "--parameter",
                "SyncSchedule=rate(1 minute)",
                "--parameter=MemorySize=512")
            .orElseThrow();

    assertThat(options.port()).isEqualTo(4400);
    assertThat(options.simulatorPort()).isEqualTo(4500);
    assertThat(options.data()).isEqualTo(Path.of("/tmp/x"));
    assertThat(options.reset()).isTrue();
    assertThat(options.provider()).isEqualTo(Provider.REAL);
    assertThat(options.stage()).isEqualTo("other");
    assertThat(options.chaos()).containsExactlyInAnyOrder(Chaos.DUPLICATE, Chaos.DELAY);
    assertThat(options.runtime()).isEqualTo(RuntimeKind.PURE);
    assertThat(options.idleLimit()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.processes()).isEqualTo(3);
    assertThat(options.parameters())
        .isEqualTo(Map.of("SyncSchedule", "rate(1 minute)", "MemorySize", "512"));
  }

  @Test
  void helpAsksForNothingElse() {
    assertThat(OptionParser.parse("--help")).isEmpty();
    assertThat(OptionParser.HELP).contains("--port", "--events", "--provider");
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAllowed() {
    refused("There is no option --prot", "--prot", "4000");
    refused("--port needs a value", "--port");
    refused("--port needs a value", "--port", "--reset");
    refused("--port takes a number from 1 to 65535, not 70000", "--port", "70000");
    refused("--port takes a number from 1 to 65535, not x", "--port", "x");
    refused("--provider is one of demo, real, not demi", "--provider", "demi");
    refused("--events knows duplicate, split, delay, retry, not lose", "--events", "lose");
    refused("--parameter takes Name=value, not Name", "--parameter", "Name");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> OptionParser.parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
