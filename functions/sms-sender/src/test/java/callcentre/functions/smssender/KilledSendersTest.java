package callcentre.functions.smssender;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.SendState;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real processes, really killed: once at each point, or as often as the environment variable {@code
 * SMS_KILLS} says (see README, "The long tests").
 */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class KilledSendersTest {

  private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("SMS_KILLS", "1"));
  private static final Path REPORT = Path.of("target", "killed-senders.md");
  private static final String DURING_THE_CALL = "DURING_THE_CALL";
  private static final String SEND = "/v4/api/messages/send";

  private final SmsStage stage;
  private final List<Process> processes = new ArrayList<>();

  KilledSendersTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  static Stream<String> points() {
    return Stream.concat(
        Stream.of(Deaths.Point.values()).map(Enum::name),
        Stream.of(DURING_THE_CALL, SenderProcess.BEFORE_THE_DELETE));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
    stage.close();
  }

  @ParameterizedTest
  @MethodSource("points")
  void aKilledSenderNeverMakesAMessageTwiceAndTheMessageEndsTruthfully(String point)
      throws Exception {
    Map<SendState, Integer> ends = new EnumMap<>(SendState.class);
    for (int kill = 0; kill < KILLS; kill++) {
      String text = point + " " + kill;
      OutgoingId id = stage.sendLater(text);
      if (point.equals(DURING_THE_CALL)) {
        stage.simulator.add(
            Fault.of(FaultKind.TIMEOUT, FaultMatch.at("POST", SEND).times(1))
                .withDelayMillis(2_000));
      }
      kill(start(id, point), point, text);

      comeAgain();

      assertThat(stage.uncertain(text)).hasSizeLessThan(2);
      assertThat(stage.row(id).state())
          .isIn(Set.of(SendState.SENT, SendState.UNKNOWN))
          .matches(state -> state == SendState.SENT || !isCertain(point));
      ends.merge(stage.row(id).state(), 1, Integer::sum);
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(
        REPORT,
        "%s: %d kills, %s%n".formatted(point, KILLS, ends),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Where nothing of the claim or everything of the end is stored, nothing is unknown. */
  private static boolean isCertain(String point) {
    return Set.of("BEFORE_THE_CLAIM", "AFTER_THE_END", SenderProcess.BEFORE_THE_DELETE)
        .contains(point);
  }

  private void kill(Process process, String point, String text)
      throws IOException, InterruptedException {
    if (point.equals(DURING_THE_CALL)) {
      boolean ended = false;
      while (!ended && stage.uncertain(text).isEmpty()) {
        ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    } else {
      awaitThere(process.inputReader());
    }
    process.destroyForcibly();
    process.waitFor();
  }

  /** The queue delivers again what was not deleted, and the dispatcher looks after the rest. */
  private void comeAgain() {
    for (int round = 0; round < 3; round++) {
      stage.deliverAll();
      stage.advance(Duration.ofMinutes(4));
      stage.dispatch();
    }
    stage.deliverAll();
  }

  private Process start(OutgoingId id, String point) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SenderProcess.class.getName(),
                stage.endpoints.dynamoDb().toString(),
                stage.endpoints.sqs().toString(),
                stage.endpoints.secretsManager().toString(),
                stage.simulator.clock().instant().toString(),
                id.value(),
                point));
    stage.variables.forEach((name, value) -> command.add(name + "=" + value));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    processes.add(process);
    return process;
  }

  private static void awaitThere(BufferedReader output) {
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.equals("there")) {
          return;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    throw new AssertionError("the process ended before it came there");
  }
}
