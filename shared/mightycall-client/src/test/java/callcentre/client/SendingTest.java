package callcentre.client;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.client.messages.NewMessage;
import callcentre.client.messages.NewMessage.NewAttachment;
import callcentre.client.messages.SendResult;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.budget.RequestClass;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.simulator.history.TextMessage;
import callcentre.simulator.traffic.SendRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lesson: "customers get the same SMS twice": a message is asked for once, whatever happens. */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SendingTest {

  private static final String SEND = "/v4/api/messages/send";
  private static final FaultMatch SENDS = FaultMatch.at("POST", SEND);
  private static final PhoneNumber OURS = PhoneNumber.parse("+13123194556");
  private static final PhoneNumber CLIENT = PhoneNumber.parse("+13475550123");
  private static final NewMessage HELLO = new NewMessage(OURS, CLIENT, "Hello 😀", List.of());

  private final ClientHarness harness;
  private final MightyCallClient client;

  SendingTest(Cloud cloud) {
    harness = new ClientHarness(cloud);
    client = harness.process().account();
  }

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void anAcceptedMessageHasTheIdOfTheAnswerAndIsInTheHistory() {
    SendResult result = send(HELLO);

    assertThat(result).isInstanceOf(SendResult.Accepted.class);
    TextMessage sent = (TextMessage) harness.simulator().history().find(idOf(result)).orElseThrow();
    assertThat(sent.text()).isEqualTo("Hello 😀");
    assertThat(sent.businessNumber()).isEqualTo(OURS.e164());
    assertThat(sent.client().address()).isEqualTo(CLIENT.e164());
    assertThat(harness.process().budget().snapshot().byClass().get(RequestClass.SMS)).isEqualTo(2);
  }

  @Test
  void filesOfAMegabyteArriveByteByByte() {
    byte[] first = bytes(700_000);
    byte[] second = bytes(348_576);
    NewMessage mms =
        new NewMessage(OURS, CLIENT, "", List.of(file("a.png", first), file("b.pdf", second)));

    TextMessage sent =
        (TextMessage) harness.simulator().history().find(idOf(send(mms))).orElseThrow();

    assertThat(sent.attachments())
        .extracting(TextMessage.Attachment::content)
        .containsExactly(ByteBuffer.wrap(first), ByteBuffer.wrap(second));
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"DROP", "DROP_AFTER", "ERROR_AFTER", "MALFORMED", "HTML", "EMPTY"})
  void whatMayHaveBeenAcceptedIsUnknownAndNeverAskedForAgain(FaultKind kind) {
    harness.simulator().add(Fault.of(kind, SENDS));

    assertThat(send(HELLO)).isInstanceOf(SendResult.Unknown.class);
    assertThat(harness.simulator().sends().records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 408, 409, 500, 502, 503, 504})
  void statusesThatSayNothingCertainAreUnknown(int status) {
    harness.simulator().add(Fault.status(status, SENDS));

    assertThat(send(HELLO)).isInstanceOf(SendResult.Unknown.class);
    assertThat(harness.simulator().sends().records()).hasSize(1);
  }

  @Test
  void aStalledRequestIsUnknownWhenTheCallersTimeIsOver() {
    // The token's own request is not what the short time is for.
    assertThat(send(HELLO)).isInstanceOf(SendResult.Accepted.class);
    harness.simulator().add(Fault.of(FaultKind.TIMEOUT, SENDS).withDelayMillis(30_000));

    SendResult result =
        client
            .messages()
            .send(
                HELLO,
                new CallContext(
                    RequestClass.SMS, Deadline.in(Duration.ofSeconds(4), harness.clock())));

    assertThat(result).isInstanceOf(SendResult.Unknown.class);
    assertThat(harness.simulator().sends().records()).hasSize(2);
  }

  @Test
  void theTimeOfA429StandsInItsSentenceAndTheAccountsBudgetStaysOpen() {
    harness.simulator().add(Fault.status(429, SENDS).withBody(Samples.read("messages-send-429")));

    assertThat(send(HELLO))
        .isInstanceOfSatisfying(
            SendResult.NotNow.class,
            later -> assertThat(later.retryAt()).contains(Instant.parse("2026-09-14T19:04:00Z")));
    assertThat(harness.process().budget().snapshot().closed()).isEmpty();
  }

  @Test
  void aSentenceWhoseTimeCannotBeReadClosesTheBudgetNeither() {
    harness
        .simulator()
        .add(
            Fault.status(429, SENDS)
                .withBody("{\"message\":\"Too many requests. Retry after a while\"}"));

    assertThat(send(HELLO))
        .isInstanceOfSatisfying(
            SendResult.NotNow.class, later -> assertThat(later.retryAt()).isEmpty());
    assertThat(harness.process().budget().snapshot().closed()).isEmpty();
  }

  @Test
  void theAccountsOwnLimitClosesTheBudgetAndTheMessageMayWait() {
    harness.simulator().add(Fault.of(FaultKind.LIMIT_EXCEEDED, SENDS.times(1)));

    assertThat(send(HELLO)).isInstanceOf(SendResult.NotNow.class);
    assertThat(send(HELLO)).isInstanceOf(SendResult.NeverSent.class);
    assertThat(harness.simulator().sends().records()).hasSize(1);
  }

  @Test
  void aRefusalHasTheProvidersReason() {
    harness.simulator().add(Fault.status(400, SENDS).withBody(Samples.read("messages-send-400")));

    assertThat(send(HELLO))
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.reason()).contains("Source phone number is required.");
            });
  }

  @Test
  void aNumberThatMayNotTextIsRefused() {
    SendResult result =
        send(new NewMessage(PhoneNumber.parse("+12125550147"), CLIENT, "x", List.of()));

    assertThat(result)
        .isInstanceOfSatisfying(
            SendResult.Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(403);
              assertThat(refused.reason()).contains("Failed to send message.");
            });
  }

  @Test
  void aRefusedTokenIsRenewedOnceForItSaysThatNothingWasSent() {
    send(HELLO);
    harness.simulator().tokens().revoke(false);

    assertThat(send(HELLO)).isInstanceOf(SendResult.Accepted.class);
    assertThat(harness.simulator().sends().records())
        .extracting(SendRecord::status)
        .containsExactly(200, 401, 200);
  }

  @Test
  void withoutATokenNothingIsSent() {
    harness.putCredentials(harness.simulator().apiKey(), "wrong");

    assertThat(send(HELLO)).isInstanceOf(SendResult.NeverSent.class);
    assertThat(harness.simulator().sends().records()).isEmpty();
  }

  @Test
  void aConnectionThatNeverOpenedSendsNothing() {
    send(HELLO);
    int port = harness.simulator().port();
    harness.simulator().close();
    Waiting.until(() -> isClosed(port));

    assertThat(send(HELLO)).isInstanceOf(SendResult.NeverSent.class);
  }

  @Test
  void anExhaustedBudgetSendsNothingAndSaysWhenThereIsRoom() {
    MightyCallClient poor = harness.set("PROVIDER_BUDGET_FLOORS", "sms=2500").process().account();

    assertThat(poor.messages().send(HELLO, harness.context(RequestClass.SMS)))
        .isInstanceOfSatisfying(
            SendResult.NeverSent.class, never -> assertThat(never.retryAt()).isPresent());
    assertThat(harness.simulator().requests().total()).isZero();
  }

  private static boolean isClosed(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException refused) {
      return true;
    }
  }

  private SendResult send(NewMessage message) {
    return client.messages().send(message, harness.context(RequestClass.SMS));
  }

  private static String idOf(SendResult result) {
    return ((SendResult.Accepted) result).id().orElseThrow();
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static NewAttachment file(String name, byte[] bytes) {
    return new NewAttachment(name, Base64.getEncoder().encodeToString(bytes));
  }
}
