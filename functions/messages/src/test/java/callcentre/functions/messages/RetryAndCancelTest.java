package callcentre.functions.messages;

import static org.assertj.core.api.Assertions.assertThat;

import callcentre.api.access.Principal;
import callcentre.api.testing.Answer;
import callcentre.api.testing.Callers;
import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.domain.messages.sending.Attempt;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendEvent;
import callcentre.domain.messages.sending.SendState;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.SmsAttachments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person's second try, and taking a message back. */
@ExtendWith(CloudExtension.class)
class RetryAndCancelTest {

  private static final Principal NORTH = Callers.manager("north");
  private static final Principal SOUTH = Callers.manager("south");
  private static final SendError WHY = new SendError("provider_refused", "Failed to send message.");

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
  void aFailedMessageIsSentAnewAsAnotherRow() {
    String failed = failed("Your order is ready");
    stage.takeQueued();

    Answer answer = retry(failed, NORTH, "");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String second = answer.json().get("id").asText();
    assertThat(answer.json().get("retry_of").asText()).isEqualTo(failed);
    assertThat(answer.json().get("status").asText()).isEqualTo("queued");
    assertThat(answer.json().get("message").asText()).isEqualTo("Your order is ready");
    assertThat(stage.takeQueued()).containsExactly("{\"message_id\":\"" + second + "\"}");
    assertThat(stage.message(failed).state()).isEqualTo(SendState.FAILED);
  }

  @Test
  void howeverOftenAndByWhomeverItIsRetriedThereIsOneSecondMessage() throws Exception {
    String failed = failed("only once more");
    stage.takeQueued();
    List<Callable<Answer>> requests = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      requests.add(() -> retry(failed, NORTH, ""));
      requests.add(() -> retry(failed, Callers.orgAdmin("north"), ""));
    }
    List<String> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        ids.add(answer.get().json().path("id").asText());
      }
    }
    stage.clock.pass(Duration.ofDays(2));
    ids.add(retry(failed, NORTH, "").json().get("id").asText());

    assertThat(ids.stream().distinct()).hasSize(1);
    assertThat(stage.takeQueued().stream().distinct()).hasSize(1);
  }

  @Test
  void theSecondTryMayBeTriedAgainItself() {
    String second = retry(failed("x"), NORTH, "").json().get("id").asText();
    fail(second);

    Answer third = retry(second, NORTH, "");

    assertThat(third.json().get("retry_of").asText()).isEqualTo(second);
  }

  @Test
  void whatMayHaveArrivedIsSentAnewOnlyByAPersonWhoTakesTheRisk() {
    String unknown = stage.sent(NORTH, "did it arrive?");
    stage.change(unknown, this::claimed);
    stage.change(
        unknown,
        row -> row.ended(SendEvent.LOSE, new SendError("outcome_unknown", "No answer."), now()));

    Answer refused = retry(unknown, NORTH, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").asText()).contains("No answer.", "confirm");
    assertThat(retry(unknown, NORTH, "{\"confirm\":false}").status()).isEqualTo(409);
    assertThat(retry(unknown, NORTH, "{\"confirm\":true}").status()).isEqualTo(202);
  }

  @Test
  void nothingElseIsSentAnew() {
    String queued = stage.sent(NORTH, "still waiting");
    assertThat(retry(queued, NORTH, "").status()).isEqualTo(409);
    stage.change(queued, this::claimed);
    assertThat(retry(queued, NORTH, "{\"confirm\":true}").status()).isEqualTo(409);
    stage.change(queued, row -> row.accepted(Optional.empty(), now()));
    assertThat(retry(queued, NORTH, "{\"confirm\":true}").status()).isEqualTo(409);

    stage.store(List.of(Facts.received(1, Facts.MAIN, Facts.CLIENT, "Hello")));
    assertThat(retry(Facts.id(1).value(), NORTH, "").status()).isEqualTo(409);
    assertThat(retry(failed("foreign"), SOUTH, "").status()).isEqualTo(404);
    assertThat(retry("m-00000000-0", NORTH, "").status()).isEqualTo(404);
  }

  @Test
  void whoeverOptedOutMeanwhileGetsNoSecondTry() {
    String failed = failed("x");
    stage
        .api
        .bean(OptOuts.class)
        .note(new OptOut(Facts.MAIN, Facts.CLIENT, true, now(), "message:1"));

    Answer answer = retry(failed, NORTH, "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.error()).isEqualTo("no_valid_recipient");
  }

  @Test
  void theFilesOfAMessageGoAlongWithItsSecondTry() {
    String failed =
        MessagesStage.sentId(
            stage
                .send(
                    NORTH,
                    "{\"from\":\"+12125550147\",\"to\":\"+19175550188\",\"attachments\":"
                        + "[{\"name\":\"map.png\",\"data\":\"aGVsbG8=\"}]}")
                .send());
    fail(failed);

    Answer answer = retry(failed, NORTH, "");

    assertThat(answer.json().at("/attachments/0/name").asText()).isEqualTo("map.png");
    String batch = answer.json().get("id").asText().split("-", 3)[1];
    assertThat(
            stage.api.bean(SmsAttachments.class).find(batch, 1).orElseThrow().getFirst().base64())
        .isEqualTo("aGVsbG8=");
  }

  @Test
  void aMessageThatWaitsCanBeTakenBackAndStaysSo() {
    String queued = stage.sent(NORTH, "never mind");
    Answer answer = cancel(queued, NORTH);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").asText()).isEqualTo("canceled");
    assertThat(answer.json().at("/error/reason").asText()).startsWith("Canceled by org_manager");
    assertThat(cancel(queued, NORTH).status()).isEqualTo(200);

    String scheduled = stage.sent(NORTH, "tomorrow");
    stage.change(
        scheduled,
        row -> row.waiting(SendEvent.POSTPONE, now().plusSeconds(60), false, WHY, now()));
    assertThat(cancel(scheduled, NORTH).json().get("status").asText()).isEqualTo("canceled");
  }

  @Test
  void whatASenderClaimedCannotBeTakenBack() {
    String sending = stage.sent(NORTH, "too late");
    stage.change(sending, this::claimed);

    Answer answer = cancel(sending, NORTH);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asText()).contains("sending");
    assertThat(stage.message(sending).state()).isEqualTo(SendState.SENDING);
    assertThat(cancel(sending, SOUTH).status()).isEqualTo(404);
  }

  private String failed(String text) {
    String id = stage.sent(NORTH, text);
    fail(id);
    return id;
  }

  private void fail(String id) {
    stage.change(id, this::claimed);
    stage.change(id, row -> row.ended(SendEvent.REFUSE, WHY, now()));
  }

  private OutgoingMessage claimed(OutgoingMessage row) {
    return row.claimed(new Attempt("attempt-1", now()));
  }

  private Instant now() {
    return stage.clock.instant();
  }

  private Answer retry(String id, Principal caller, String body) {
    var request = stage.api.post(MessagesStage.LOGS + "/" + id + "/retry").as(caller);
    return body.isEmpty() ? request.send() : request.body(body).send();
  }

  private Answer cancel(String id, Principal caller) {
    return stage.api.post(MessagesStage.LOGS + "/" + id + "/cancel").as(caller).send();
  }
}
