package callcentre.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.CallContext;
import callcentre.client.ClientHarness;
import callcentre.client.Deadline;
import callcentre.client.MightyCallClient;
import callcentre.client.Waiting;
import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.ownership.Interval;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.leases.LeaseRepository;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One token for all threads and processes. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SharedTokenTest {

  private static final FaultMatch TOKEN = FaultMatch.at("POST", ClientHarness.TOKEN);
  private static final FaultMatch TEAM = FaultMatch.at("GET", ClientHarness.TEAM);

  private final ClientHarness harness;

  SharedTokenTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void oneTokenServesAllCallsOfAllProcesses() {
    MightyCallClient first = client();
    callTeam(first);
    callTeam(first);
    callTeam(client());

    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  @Test
  void aWarmCallAsksNobodyForTheToken() {
    MightyCallClient client = client();
    callTeam(client);
    harness.requests().reset();

    callTeam(client);

    assertThat(harness.requests().counts()).isEqualTo(Map.of("dynamodb.UpdateItem", 1));
  }

  @Test
  void aColdProcessFindsTheSharedTokenWithThreeReads() {
    callTeam(client());
    harness.requests().reset();

    callTeam(client());

    assertThat(harness.requests().counts())
        .isEqualTo(
            Map.of(
                "secretsmanager.GetSecretValue", 2,
                "dynamodb.GetItem", 1,
                "dynamodb.UpdateItem", 1));
  }

  @Test
  void theLeaseSaysHowLongTheTokenIsGood() {
    LeaseRepository leases = new LeaseRepository(harness.database());
    assertThat(leases.validity("mightycall-token#account")).isEmpty();
    callTeam(client());

    Interval good = leases.validity("mightycall-token#account").orElseThrow();

    assertThat(Duration.between(good.from(), good.to().orElseThrow()))
        .isEqualTo(Duration.ofSeconds(86_399));
  }

  @Test
  void manyThreadsOfAProcessCauseOneTokenRequest() throws Exception {
    MightyCallClient client = client();
    Callable<Integer> call = () -> client.team().get(harness.context()).users().size();
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      List<Future<Integer>> calls = threads.invokeAll(Collections.nCopies(10, call));
      assertThat(calls).allSatisfy(done -> assertThat(done.get()).isEqualTo(7));
    }

    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  @Test
  void aTokenThatAnotherProcessHasRenewedAlreadyIsNotRenewedAgain() {
    MightyCallClient first = client();
    MightyCallClient second = client();
    callTeam(first);
    callTeam(second);
    harness.simulator().tokens().revoke(false);
    callTeam(first);

    callTeam(second);

    assertThat(harness.tokenRequests()).isEqualTo(2);
  }

  @Test
  void whoWaitsForAnotherProcessWaitsNoLongerThanItsDeadline() throws Exception {
    harness.simulator().add(Fault.of(FaultKind.SLOW, TOKEN.times(1)).withDelayMillis(2_500));
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> holder = threads.submit(() -> callTeam(client()));
      Waiting.until(() -> harness.tokenRequests() == 1);
      Deadline soon = Deadline.in(Duration.ofMillis(500), harness.clock());
      MightyCallException failed =
          catchThrowableOfType(
              MightyCallException.class,
              () -> client().team().get(new CallContext(RequestClass.INTERACTIVE, soon)));

      assertThat(failed.kind()).isEqualTo(ErrorKind.TIMEOUT);
      holder.get();
    }
    assertThat(harness.tokenRequests()).isEqualTo(1);
  }

  private MightyCallClient client() {
    return harness.process().account();
  }

  private void callTeam(MightyCallClient client) {
    assertThat(client.team().get(harness.context()).users()).hasSize(7);
  }
}
