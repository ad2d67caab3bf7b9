package callcentre.functions.smssender;

import static callcentre.functions.smssender.SmsStage.CLIENT;
import static callcentre.functions.smssender.SmsStage.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.simulator.faults.Fault;
import callcentre.simulator.faults.FaultKind;
import callcentre.simulator.faults.FaultMatch;
import callcentre.storage.sms.OptOuts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** Lesson: "customers get the same SMS twice". */
@Tag("cloud")
@ExtendWith(CloudExtension.class)
class SenderTest {

  private static final FaultMatch SEND = FaultMatch.at("POST", "/v4/api/messages/send");

  private final SmsStage stage;

  SenderTest(Cloud cloud) {
    stage = new SmsStage(cloud);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aMessageIsSentWithOneRequestAndKnowsTheProvidersId() {
    OutgoingId id = stage.sendLater("Your appointment is confirmed for 10:30.");

    stage.deliverAll();

    OutgoingMessage sent = stage.row(id);
    assertThat(sent.state()).isEqualTo(SendState.SENT);
    assertThat(stage.simulator.history().find(sent.acceptedId().orElseThrow())).isPresent();
    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void whatTheQueueDeliversTwiceIsSentOnce() {
    stage.sendLater("once");
    List<Message> got = stage.receive();

    stage.deliver(List.of(got.getFirst(), got.getFirst()));
    stage.deliver(got);

    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void aWarmMessageCostsFiveRequestsToTheTablesAndOneToTheProvider() {
    stage.with("SMS_PACE_MILLIS", "1000");
    stage.sendLater("first");
    stage.deliverAll();
    stage.advance(Duration.ofSeconds(30));
    stage.sendLater("second");
    stage.requests.reset();
    long before = stage.simulator.requests().total();

    stage.deliverAll();

    // Of the two updates one is the pace, the other the budget of the request.
    assertThat(stage.requests.counts())
        .isEqualTo(
            Map.of(
                "dynamodb.GetItem", 1,
                "dynamodb.BatchGetItem", 1,
                "dynamodb.TransactWriteItems", 2,
                "dynamodb.UpdateItem", 2));
    assertThat(stage.simulator.requests().total() - before).isEqualTo(1);
  }

  @Test
  void poisonBesideNineGoodOnesIsReportedAlone() {
    List<OutgoingId> good = new ArrayList<>();
    for (int n = 0; n < 9; n++) {
      good.add(stage.sendLater("good " + n));
    }
    stage.put("this is no message of ours");
    List<Message> got = new ArrayList<>(stage.receive());
    got.addAll(stage.receive());

    Set<String> failed = stage.deliver(got);

    String poison =
        got.stream().filter(m -> m.body().startsWith("this")).findFirst().orElseThrow().messageId();
    assertThat(failed).containsExactly(poison);
    assertThat(good).allMatch(id -> stage.row(id).state() == SendState.SENT);
  }

  @Test
  void aMessageWithoutARowGoesToTheDeadLettersAlone() {
    stage.put("{\"message_id\":\"m-neverseen-0\"}");

    assertThat(stage.deliver(stage.receive())).hasSize(1);
    assertThat(stage.simulator.sends().records()).isEmpty();
  }

  @Test
  void twoIdenticalMessagesToOnePersonAreTwoMessages() {
    OutgoingId one = stage.sendLater("Are you there?");
    OutgoingId two = stage.sendLater("Are you there?");

    stage.deliverAll();

    assertThat(List.of(stage.row(one).state(), stage.row(two).state()))
        .containsOnly(SendState.SENT);
    assertThat(stage.simulator.sends().records()).hasSize(2);
  }

  @Test
  void whoOptsOutBetweenTheQueueAndTheSenderGetsNothing() {
    OutgoingId id = stage.sendLater("Offer");
    new OptOuts(stage.database).note(new OptOut(OURS, CLIENT, true, SmsStage.START, "message:x"));

    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.FAILED);
    assertThat(stage.row(id).error().map(SendError::code)).contains("opted_out");
    assertThat(stage.simulator.sends().records()).isEmpty();
  }

  @Test
  void aCanceledMessageIsNotSent() {
    OutgoingId id = stage.sendLater("Never mind");
    var row = stage.messages.find(id).orElseThrow();
    stage.messages.write(
        row,
        row.value()
            .ended(SendEvent.CANCEL, new SendError("canceled", "by sub-manager"), SmsStage.START));

    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.CANCELED);
    assertThat(stage.simulator.sends().records()).isEmpty();
  }

  @Test
  void aNumberThatSendsTooFastWaitsUntilTheTimeInTheSentenceAndItsOthersToo() {
    stage.with("SMS_PACE_MILLIS", "1000");
    stage.simulator.add(
        Fault.status(429, SEND.times(1))
            .withBody(
                "{\"message\":\"Too many requests. Retry after 2026-11-21T15:14:00.0000000"
                    + " UTC\"}"));
    OutgoingId first = stage.sendLater("first");
    stage.deliverAll();
    stage.advance(Duration.ofSeconds(5));
    OutgoingId second = stage.sendLater("second");
    stage.deliverAll();

    Instant wanted = Instant.parse("2026-11-21T15:14:00Z");
    assertThat(stage.row(first).state()).isEqualTo(SendState.SCHEDULED);
    assertThat(stage.row(first).notBefore()).contains(wanted);
    assertThat(stage.row(second).notBefore()).contains(wanted);
    assertThat(stage.simulator.sends().records()).hasSize(1);

    stage.advance(Duration.ofMinutes(5));
    stage.dispatch();
    stage.deliverAll();

    assertThat(stage.row(first).attempts()).isEqualTo(2);
    assertThat(List.of(stage.row(first).state(), stage.row(second).state()))
        .containsOnly(SendState.SENT);
  }

  @Test
  void anExhaustedBudgetPostponesAndIsNoFailure() {
    stage.with("PROVIDER_BUDGET_FLOORS", "sms=100000");
    OutgoingId id = stage.sendLater("Later");

    assertThat(stage.deliver(stage.receive())).isEmpty();

    assertThat(stage.row(id).state()).isEqualTo(SendState.SCHEDULED);
    assertThat(stage.row(id).error().map(SendError::code)).contains("not_sent");
    assertThat(stage.simulator.requests().total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403})
  void aRefusalEndsWithTheProvidersReason(int status) {
    stage.simulator.add(
        Fault.status(status, SEND).withBody("{\"message\":\"Failed to send message.\"}"));
    OutgoingId id = stage.sendLater("x");

    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.FAILED);
    assertThat(stage.row(id).error().orElseThrow().reason()).contains("Failed to send message.");
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"ERROR_AFTER", "DROP", "DROP_AFTER", "MALFORMED"})
  void whatMayHaveBeenAcceptedIsUnknownAndNotAskedForAgain(FaultKind kind) {
    stage.simulator.add(Fault.of(kind, SEND));
    OutgoingId id = stage.sendLater("Perhaps");

    stage.deliverAll();
    for (int run = 0; run < 5; run++) {
      stage.advance(Duration.ofHours(1));
      stage.dispatch();
      stage.deliverAll();
    }

    assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);
    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void aStallOfThirtySecondsIsUnknownBeforeTheFunctionsTimeEnds() {
    stage.simulator.clock().unfreeze();
    stage.simulator.add(Fault.of(FaultKind.TIMEOUT, SEND).withDelayMillis(30_000));
    OutgoingId id = stage.sendLater("Hello?");

    stage.deliverAll();

    assertThat(stage.row(id).state()).isEqualTo(SendState.UNKNOWN);
    assertThat(stage.simulator.sends().records()).hasSize(1);
  }

  @Test
  void messagesOfANumberGoOutOneAfterTheOther() {
    stage.with("SMS_PACE_MILLIS", "1000");
    List<OutgoingId> ids =
        stage.sendLater(
            stage.batch(
                "Hello",
                List.of(),
                CLIENT,
                PhoneNumber.parse("+13475550124"),
                PhoneNumber.parse("+13475550125")));

    stage.deliverAll();

    assertThat(ids.stream().map(id -> stage.row(id).state()).toList())
        .containsExactlyInAnyOrder(SendState.SENT, SendState.SCHEDULED, SendState.SCHEDULED);
    assertThat(ids.stream().flatMap(id -> stage.row(id).notBefore().stream()).toList())
        .containsExactlyInAnyOrder(SmsStage.START.plusSeconds(1), SmsStage.START.plusSeconds(2));
  }
}
