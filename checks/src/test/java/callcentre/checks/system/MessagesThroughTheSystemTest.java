package callcentre.checks.system;

import static callcentre.checks.system.Dashboard.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import callcentre.aws.AwsClients;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OptOut;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.messages.sending.SendError;
import callcentre.domain.messages.sending.SendState;
import callcentre.domain.phone.PhoneNumber;
import callcentre.messaging.Outbox;
import callcentre.messaging.SmsQueue;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.StoredAnswer;
import callcentre.storage.sms.BatchAcceptance;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OptOuts;
import callcentre.storage.sms.OutgoingMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages on their way through the outbox, the queue, the built sender and dispatcher. */
@ExtendWith(GuardedStageExtension.class)
class MessagesThroughTheSystemTest {

  private static final PhoneNumber OURS = PhoneNumber.parse("+13123194556");
  private static final PhoneNumber CLIENT = PhoneNumber.parse("+13475550187");

  /** The next request to send is hit. */
  private static final String ONCE =
      "\"match\": {\"path\": \"/v4/api/messages/send\", \"times\": 1}";

  private final GuardedStage stage;
  private final ProviderSwitch provider;
  private final Dashboard dashboard;
  private final AwsClients services;
  private final Database database;
  private final OutgoingMessages messages;

  MessagesThroughTheSystemTest(GuardedStage stage, PulledHistory history) {
    this.stage = stage;
    this.dashboard = history.dashboard();
    this.provider = new ProviderSwitch(stage.facts());
    this.services = stage.services();
    this.database = new Database(services::dynamoDb, () -> new Tables(GuardedStage.STAGE));
    this.messages = new OutgoingMessages(database);
    provider.clear();
  }

  @AfterEach
  void noFunctionAskedForWhatItsRoleDoesNotGrant() {
    services.close();
    provider.clearFaults();
    assertThat(stage.refusals()).isEmpty();
  }

  @Test
  void aQueuedMessageIsSentWithOneRequestAndIsOneRowWithTheJournalsRecord() {
    OutgoingId id = queue("system001", "Your table is ready.");

    Waiting.until("the message is sent", () -> stateOf(id) == SendState.SENT);
    assertThat(provider.sends("Your table is ready.")).isEqualTo(1);
    // A pull leaves out the last seconds, because a row can take some to be listed.
    Waiting.until(
        "the journal's record is found",
        () -> {
          pullTheJournal();
          return row(id).journalId().isPresent();
        });
    assertThat(stateOf(id)).isEqualTo(SendState.SENT);
  }

  @Test
  void aMessageOfWhichNobodyKnowsIsSettledByTheJournalAndNotAskedForAgain() {
    provider.fault("{\"kind\": \"error_after\", " + ONCE + "}");
    OutgoingId id = queue("system002", "Are you coming?");

    Waiting.until(
        "the journal shows it",
        () -> {
          pullTheJournal();
          return stateOf(id) == SendState.SENT;
        });
    assertThat(provider.sends("Are you coming?")).isEqualTo(1);
    assertThat(row(id).attempts()).isEqualTo(1);
  }

  @Test
  void aNumberThatSendsTooFastWaitsAsTheSentenceSaysAndIsSentThen() {
    Instant until = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
    provider.fault(
        ("{\"kind\": \"status\", \"status\": 429, \"body\": {\"message\": \"Too many requests. Retry"
                + " after %s UTC\"}, "
                + ONCE
                + "}")
            .formatted(until.toString().replace("Z", ".0000000")));
    OutgoingId id = queue("system003", "One after the other");

    Waiting.until("it waits", () -> row(id).attempts() == 1 && stateOf(id) != SendState.SENDING);
    Waiting.until(
        "it is sent",
        () -> {
          stage.invoke("sms-dispatcher", GuardedStage.event("schedule-sms"));
          return stateOf(id) == SendState.SENT;
        });
    assertThat(row(id).attempts()).isEqualTo(2);
    assertThat(row(id).attempt().orElseThrow().claimedAt()).isAfterOrEqualTo(until);
    assertThat(provider.sends("One after the other")).isEqualTo(2);
  }

  @Test
  void whoOptsOutBetweenTheQueueAndTheSenderGetsNothing() {
    PhoneNumber quiet = PhoneNumber.parse("+13475550188");
    MessageBatch batch = accept("system004", "An offer for nobody", quiet);
    new OptOuts(database).note(new OptOut(OURS, quiet, true, Instant.now(), "message:test"));
    OutgoingId id = spread(batch);

    Waiting.until("it is not sent", () -> stateOf(id) == SendState.FAILED);
    assertThat(row(id).error().map(SendError::code)).contains("opted_out");
    assertThat(provider.sends("An offer for nobody")).isZero();
  }

  private OutgoingId queue(String batch, String text) {
    return spread(accept(batch, text, CLIENT));
  }

  /** Logs a batch as send-sms does. */
  private MessageBatch accept(String id, String text, PhoneNumber to) {
    MessageBatch batch =
        new MessageBatch(
            id,
            OURS,
            List.of(to),
            text,
            List.of(),
            "demo-manager",
            Optional.empty(),
            Optional.empty(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS));
    new BatchAcceptance(database)
        .accept(
            batch,
            new IdempotencyKey("demo-manager", "POST /send-sms", id),
            "hash",
            Duration.ofHours(24),
            new StoredAnswer(202, Map.of(), "{}"));
    return batch;
  }

  private OutgoingId spread(MessageBatch batch) {
    String queue =
        services
            .sqs()
            .getQueueUrl(request -> request.queueName(GuardedStage.STAGE + "-sms"))
            .queueUrl();
    new Outbox(
            new MessageBatches(database),
            messages,
            new SmsQueue(services::sqs, () -> queue),
            InstantSource.system())
        .spread(batch);
    return new OutgoingId(batch.id(), 0);
  }

  private void pullTheJournal() {
    dashboard.send("POST", "platform_admin", BASE + "/sync", "{\"datasets\": [\"journal\"]}");
  }

  private SendState stateOf(OutgoingId id) {
    return row(id).state();
  }

  private OutgoingMessage row(OutgoingId id) {
    return messages.find(id).orElseThrow().value();
  }
}
