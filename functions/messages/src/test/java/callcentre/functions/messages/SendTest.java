package callcentre.functions.messages;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.sms.OptOuts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code POST …/send-sms} takes, logs and answers. */
@ExtendWith(CloudExtension.class)
class SendTest {

  private static final Principal NORTH = Callers.manager("north");

  private MessagesStage stage;

  @BeforeEach
  void open(Cloud cloud) {
    stage = MessagesStage.in(cloud);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aMessageIsLoggedAndQueuedBeforeItIsAnswered() {
    Answer answer =
        stage
            .send(
                NORTH,
                "{\"from\":\"212-555-0147\",\"to\":\"(917) 555-0188\",\"message\":\"Hello €\"}")
            .send();

    assertThat(answer.status()).isEqualTo(202);
    String id = answer.json().at("/messages/0/id").asText();
    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"message\":\"1 message is queued.\",\"duplicate\":false,"
                + "\"messages\":[{\"id\":\""
                + id
                + "\",\"to\":\"+19175550188\",\"status\":\"queued\",\"reason\":null,"
                + "\"segments\":1,\"encoding\":\"gsm7\"}]}");
    OutgoingMessage row = stage.message(id);
    assertThat(row.state()).isEqualTo(SendState.QUEUED);
    assertThat(row.from()).isEqualTo(Facts.MAIN);
    assertThat(row.to()).isEqualTo(Facts.CLIENT);
    assertThat(row.text()).isEqualTo("Hello €");
    assertThat(row.userId()).isEqualTo(NORTH.userId());
    assertThat(stage.takeQueued()).containsExactly("{\"message_id\":\"" + id + "\"}");
  }

  @Test
  void recipientsWrittenTwiceAreOneAndFiftyAreTheMost() {
    PhoneNumber[] fifty = clients(50);
    List<PhoneNumber> twice = new ArrayList<>(List.of(fifty));
    twice.addAll(List.of(fifty));

    Answer answer =
        stage
            .send(
                NORTH, MessagesStage.body(Facts.MAIN, "to all", twice.toArray(PhoneNumber[]::new)))
            .send();
    assertThat(answer.json().get("messages")).hasSize(50);
    assertThat(stage.takeQueued()).hasSize(50).doesNotHaveDuplicates();

    Answer many = stage.send(NORTH, MessagesStage.body(Facts.MAIN, "x", clients(51))).send();
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.errorFields()).isEqualTo("to");
  }

  @Test
  void anOptedOutRecipientIsAnsweredAsRejectedAndNeverLogged() {
    stop(Facts.CLIENT);

    Answer answer =
        stage
            .send(NORTH, MessagesStage.body(Facts.MAIN, "Hi", Facts.CLIENT, Facts.NEIGHBOUR))
            .send();

    JsonNode messages = answer.json().get("messages");
    assertThat(messages.get(0).toString())
        .isEqualTo(
            "{\"id\":null,\"to\":\"+19175550188\",\"status\":\"rejected\","
                + "\"reason\":\"opted_out\",\"segments\":1,\"encoding\":\"gsm7\"}");
    assertThat(messages.get(1).get("status").asText()).isEqualTo("queued");
    assertThat(answer.json().get("message").asText())
        .isEqualTo("1 message is queued. 1 recipient wants no messages and gets none.");
    assertThat(stage.takeQueued()).hasSize(1);
    assertThat(stage.walk(MessagesStage.LOGS, "sms_logs", "/to", 50, NORTH))
        .containsExactly(Facts.NEIGHBOUR.e164());
  }

  @Test
  void whenNobodyIsLeftToSendToItIs422AndNothingIsLogged() {
    stop(Facts.CLIENT);

    Answer answer = stage.send(NORTH, MessagesStage.body(Facts.MAIN, "Hi", Facts.CLIENT)).send();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("no_valid_recipient");
    assertThat(answer.json().at("/messages/0/reason").asText()).isEqualTo("opted_out");
    assertThat(stage.takeQueued()).isEmpty();
  }

  @Test
  void theSameKeyGetsTheFirstAnswerAndAnotherBodyIsRefused() {
    String body = MessagesStage.body(Facts.MAIN, "once", Facts.CLIENT);
    Answer first = stage.send(NORTH, body).header("Idempotency-Key", "k1").send();
    stage.clock.pass(Duration.ofHours(23));
    Answer again = stage.send(NORTH, body).header("Idempotency-Key", "k1").send();
    Answer other =
        stage
            .send(NORTH, MessagesStage.body(Facts.MAIN, "other", Facts.CLIENT))
            .header("Idempotency-Key", "k1")
            .send();

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.error()).isEqualTo("idempotency_key_reused");
    assertThat(stage.takeQueued()).hasSize(1);
  }

  @Test
  void theSameKeyStillGetsTheFirstAnswerAfterTheRecipientOptedOut() {
    String body = MessagesStage.body(Facts.MAIN, "once", Facts.CLIENT);
    Answer first = stage.send(NORTH, body).header("Idempotency-Key", "k1").send();
    stop(Facts.CLIENT);

    assertThat(stage.send(NORTH, body).header("Idempotency-Key", "k1").send().body())
        .isEqualTo(first.body());
  }

  @Test
  void theSameKeyTwiceAtOnceMakesOneBatch() throws Exception {
    String body = MessagesStage.body(Facts.MAIN, "at once", Facts.CLIENT);
    List<Callable<Answer>> requests = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      requests.add(() -> stage.send(NORTH, body).header("Idempotency-Key", "same").send());
    }
    List<String> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        ids.add(MessagesStage.sentId(answer.get()));
      }
    }

    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(stage.takeQueued()).hasSize(1);
  }

  @Test
  void withoutAKeyTheSameMessageWithinAMinuteIsTheSameRequest() {
    String first = stage.sent(NORTH, "Running late");
    stage.clock.pass(Duration.ofSeconds(59));
    Answer again =
        stage.send(NORTH, MessagesStage.body(Facts.MAIN, "Running late", Facts.CLIENT)).send();
    assertThat(again.json().get("duplicate").asBoolean()).isTrue();
    assertThat(MessagesStage.sentId(again)).isEqualTo(first);

    assertThat(stage.sent(NORTH, "Running later")).isNotEqualTo(first);
    assertThat(stage.sent(Callers.orgAdmin("north"), "Running late")).isNotEqualTo(first);
    stage.clock.pass(Duration.ofSeconds(2));
    assertThat(stage.sent(NORTH, "Running late")).isNotEqualTo(first);
    assertThat(stage.takeQueued()).hasSize(4);
  }

  @Test
  void aQueueThatDoesNotAnswerKeepsTheMessageForTheDispatcher() {
    stage
        .api
        .faults()
        .atRandom(1, 1.0, Set.of("sqs.SendMessageBatch"), List.of(new Fault.Unreachable()));

    String id = stage.sent(NORTH, "later");

    assertThat(stage.takeQueued()).isEmpty();
    assertThat(stage.get(MessagesStage.LOGS + "/" + id, NORTH).json().get("status").asText())
        .isEqualTo("queued");
  }

  @Test
  void anAcceptanceWhoseAnswerWasLostIsNoDuplicateAndSentOnce() {
    stage.api.faults().next("dynamodb.TransactWriteItems", new Fault.LostAnswer());

    Answer answer = stage.send(NORTH, MessagesStage.body(Facts.MAIN, "x", Facts.CLIENT)).send();

    assertThat(answer.json().get("duplicate").asBoolean()).isFalse();
    assertThat(stage.takeQueued()).hasSize(1);
  }

  @Test
  void anAcceptedMessageWithoutARowIsShownAndCanBeTakenBack() {
    stage.api.faults().next("dynamodb.BatchGetItem", new Fault.None());
    stage
        .api
        .faults()
        .atRandom(1, 1.0, Set.of("dynamodb.BatchGetItem"), List.of(new Fault.Unreachable()));

    String id = stage.sent(NORTH, "accepted only");
    stage.api.faults().clear();

    assertThat(stage.get(MessagesStage.LOGS + "/" + id, NORTH).json().get("status").asText())
        .isEqualTo("queued");
    Answer canceled = stage.api.post(MessagesStage.LOGS + "/" + id + "/cancel").as(NORTH).send();
    assertThat(canceled.json().get("status").asText()).isEqualTo("canceled");
    assertThat(stage.message(id).state()).isEqualTo(SendState.CANCELED);
  }

  private void stop(PhoneNumber client) {
    stage
        .api
        .bean(OptOuts.class)
        .note(new OptOut(Facts.MAIN, client, true, stage.clock.instant(), "message:1"));
  }

  private static PhoneNumber[] clients(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new PhoneNumber("+1917555%04d".formatted(1_000 + number)))
        .toArray(PhoneNumber[]::new);
  }
}
