package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import callcentre.client.error.ErrorKind;
import callcentre.client.error.MightyCallException;
import callcentre.client.profile.UserStatus;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.RequestClass;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails at the provider, and how many requests it costs there. */
@ExtendWith(CloudExtension.class)
class FailuresTest {

  private static final FaultMatch NUMBERS = FaultMatch.at("GET", ClientHarness.NUMBERS);
  private static final String STATUS = "/v4/api/profile/status/{status}";

  private final ClientHarness harness;
  private final MightyCallClient client;

  FailuresTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "HTML"})
  void aReadIsRepeatedUntilItSucceeds(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, NUMBERS.times(2)));

    assertThat(client.phoneNumbers().list(harness.context()).numbers()).hasSize(4);
    assertThat(listRequests()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "ERROR_AFTER", "HTML"})
  void aReadThatKeepsFailingIsGivenUpAfterThreeAttempts(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, NUMBERS));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(listRequests()).isEqualTo(3);
  }

  /** The JDK's client repeats a GET by itself when a pooled connection breaks; ours must not. */
  @Test
  void aBrokenPooledConnectionCostsNoHiddenRequest() {
    client.phoneNumbers().list(harness.context());
    int before = harness.simulator().budgetUsed();
    harness.simulator().add(Fault.of(FaultKind.DROP, NUMBERS));

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(harness.simulator().budgetUsed() - before).isEqualTo(3);
    assertThat(used()).isEqualTo(harness.simulator().budgetUsed());
  }

  @Test
  void aSlowAnswerWithinTheDeadlineIsAnAnswer() {
    harness.simulator().add(Fault.of(FaultKind.SLOW, NUMBERS.times(1)).withDelayMillis(300));

    assertThat(client.phoneNumbers().list(harness.context()).numbers()).hasSize(4);
    assertThat(listRequests()).isEqualTo(1);
  }

  @Test
  void anAnswerThatDoesNotComeEndsWithTheCallersDeadline() {
    client.team().get(harness.context());
    harness.simulator().add(Fault.of(FaultKind.TIMEOUT, NUMBERS));
    CallContext impatient = impatient(Duration.ofMillis(400));

    MightyCallException failed =
        catchThrowableOfType(
            MightyCallException.class, () -> client.phoneNumbers().list(impatient));

    assertThat(failed.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(listRequests()).isEqualTo(1);
  }

  @Test
  void afterTheDeadlineNothingIsSentAtAll() {
    client.team().get(harness.context());
    long before = harness.simulator().requests().total();

    MightyCallException failed =
        catchThrowableOfType(
            MightyCallException.class, () -> client.phoneNumbers().list(impatient(Duration.ZERO)));

    assertThat(failed.kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(harness.simulator().requests().total()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "HTML"})
  void aWriteIsNeverRepeated(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, FaultMatch.at("PUT", STATUS)));
    harness.simulator().add(Fault.of(kind, FaultMatch.at("DELETE", ClientHarness.NUMBERS)));

    MightyCallException put =
        catchThrowableOfType(
            MightyCallException.class,
            () -> client.profile().setStatus(UserStatus.DND, harness.context()));
    MightyCallException delete =
        catchThrowableOfType(
            MightyCallException.class,
            () -> client.phoneNumbers().delete(List.of("+13123194556"), harness.context()));

    assertThat(put.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(delete.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(harness.simulator().requests().count("PUT", STATUS)).isEqualTo(1);
    assertThat(harness.simulator().requests().count("DELETE", ClientHarness.NUMBERS)).isEqualTo(1);
  }

  @Test
  void aHeaderRetryAfterIsHonouredWithinTheDeadline() {
    harness.simulator().add(Fault.status(503, NUMBERS.times(1)).withRetryAfter("1"));

    assertThat(client.phoneNumbers().list(harness.context()).numbers()).hasSize(4);
    assertThat(listRequests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "Sat, 21 Nov 2099 10:00:00 GMT"})
  void aProviderThatWantsALongPauseIsNotAskedAgainByThisCall(String retryAfter) {
    harness.simulator().add(Fault.status(503, NUMBERS).withRetryAfter(retryAfter));

    MightyCallException failed = failure();

    assertThat(failed.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(failed.retryAt()).isPresent();
    assertThat(listRequests()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsNotThereIsUnavailable() throws Exception {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    harness.putCredentials("key", "user", "http://127.0.0.1:" + closedPort);

    assertThat(failure().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void afterSeveralFailuresNothingIsSentForAWhile() {
    client.team().get(harness.context());
    harness.simulator().add(Fault.status(500, NUMBERS));
    failure();
    failure();
    long sent = listRequests();

    MightyCallException refused = failure();

    assertThat(refused.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(refused.retryAt()).isPresent();
    assertThat(sent).isEqualTo(6);
    assertThat(listRequests()).isEqualTo(sent);
    assertThat(used()).isEqualTo(harness.simulator().budgetUsed());
  }

  @Test
  void refusalsOfTheProviderOpenNoCircuit() {
    harness.simulator().add(Fault.status(403, NUMBERS.times(12)));
    for (int i = 0; i < 12; i++) {
      assertThat(failure().kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    assertThat(client.phoneNumbers().list(harness.context()).numbers()).hasSize(4);
  }

  private MightyCallException failure() {
    return catchThrowableOfType(
        MightyCallException.class, () -> client.phoneNumbers().list(harness.context()));
  }

  private CallContext impatient(Duration time) {
    return new CallContext(RequestClass.INTERACTIVE, Deadline.in(time, harness.clock()));
  }

  private long listRequests() {
    return harness.simulator().requests().count("GET", ClientHarness.NUMBERS);
  }

  private int used() {
    return harness.process().budget().snapshot().used();
  }
}
