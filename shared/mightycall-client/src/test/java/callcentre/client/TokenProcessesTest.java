package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The token among real processes. */
@ExtendWith(CloudExtension.class)
class TokenProcessesTest {

  private static final int PROCESSES = 5;
  private static final int CLIENTS = 10;

  /** Longer than anything that a busy machine needs for a token. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Duration SHORT = Duration.ofSeconds(10);

  private final ClientHarness harness;
  private final List<StartedProcess> processes = new ArrayList<>();

  TokenProcessesTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (StartedProcess process : processes) {
      process.kill();
    }
    harness.close();
  }

  @Test
  void fiftyConcurrentClientsInFiveProcessesCauseOneTokenRequest() throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      start(CLIENTS, LONG);
    }
    processes.forEach(StartedProcess::awaitReady);

    processes.forEach(StartedProcess::go);

    assertThat(processes)
        .allSatisfy(process -> assertThat(process.awaitSucceeded()).isEqualTo(CLIENTS));
    assertThat(harness.tokenRequests()).isEqualTo(1);
    assertThat(harness.simulator().requests().count("GET", ClientHarness.TEAM))
        .isEqualTo(PROCESSES * CLIENTS);
  }

  @Test
  void aHolderThatIsKilledCausesAtMostOneMoreTokenRequest() throws Exception {
    harness
        .simulator()
        .add(Fault.of(FaultKind.TIMEOUT, FaultMatch.at("POST", ClientHarness.TOKEN).times(1)));
    StartedProcess holder = start(1, SHORT);
    List<StartedProcess> others = List.of(start(CLIENTS, SHORT), start(CLIENTS, SHORT));
    processes.forEach(StartedProcess::awaitReady);

    holder.go();
    Waiting.until(() -> harness.tokenRequests() == 1);
    others.forEach(StartedProcess::go);
    holder.kill();

    assertThat(others)
        .allSatisfy(process -> assertThat(process.awaitSucceeded()).isEqualTo(CLIENTS));
    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  private StartedProcess start(int clients, Duration lease) throws IOException {
    StartedProcess process = StartedProcess.start(harness, clients, lease);
    processes.add(process);
    return process;
  }
}
