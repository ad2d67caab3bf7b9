package callcentre.functions.smssender;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.messages.sending.MessageBatch;
import callcentre.domain.messages.sending.OutgoingId;
import callcentre.domain.messages.sending.OutgoingMessage;
import callcentre.domain.phone.PhoneNumber;
import callcentre.functions.smsdispatcher.SmsDispatcherHandler;
import callcentre.messaging.Outbox;
import callcentre.messaging.SmsQueue;
import callcentre.simulator.Simulator;
import callcentre.simulator.traffic.SendRecord;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.idempotency.IdempotencyKey;
import callcentre.storage.idempotency.StoredAnswer;
import callcentre.storage.sms.BatchAcceptance;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OutgoingMessages;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A stage of its own: tables, a queue, a simulated provider, and the two functions that send.
 * Everybody's time is the simulator's clock.
 */
final class SmsStage implements AutoCloseable {

  static final PhoneNumber OURS = PhoneNumber.parse("+13123194556");
  static final PhoneNumber CLIENT = PhoneNumber.parse("+13475550123");
  static final Instant START = Instant.parse("2026-11-21T15:10:00Z");

  private static final AtomicInteger BATCHES = new AtomicInteger();

  final Simulator simulator = Simulator.start();
  final FaultInjector faults = new FaultInjector();
  final RequestCounter requests = new RequestCounter();
  final Deaths deaths = new Deaths();
  final OutgoingMessages messages;
  final Database database;
  final Endpoints endpoints;
  final Map<String, String> variables = new HashMap<>();
  private final AwsClients quiet;
  private final AwsClients watched;
  private final Set<String> deleted = new HashSet<>();
  private final Queue queue;
  private final String name;
  private SmsSenderHandler sender;

  SmsStage(Cloud cloud) {
    name = cloud.newStage();
    String stage = name;
    simulator.clock().freeze();
    simulator.clock().setNow(START);
    TemplateTables.create(cloud, stage);
    queue = cloud.createQueue(stage + "-sms", Duration.ofSeconds(30));
    cloud.createSecret(stage + "/mightycall/token");
    cloud.createSecret(
        stage + "/mightycall/credentials",
        "{\"api_key\":\"%s\",\"user_key\":\"%s\",\"host\":\"%s\"}"
            .formatted(simulator.apiKey(), simulator.adminSecret(), simulator.baseUrl()));
    variables.putAll(
        Map.of(
            "STAGE",
            stage,
            "CREDENTIALS_SECRET_ID",
            stage + "/mightycall/credentials",
            "TOKEN_SECRET_ID",
            stage + "/mightycall/token",
            "SMS_QUEUE_URL",
            queue.url(),
            "SMS_PACE_MILLIS",
            "0",
            "PROVIDER_DAILY_LIMIT",
            "100000"));
    simulator.change(s -> s.withBudget(s.budget().withDailyLimit(100_000)));
    endpoints = cloud.endpoints();
    quiet = cloud.clients();
    watched = cloud.clients(requests, faults, deaths);
    database = new Database(quiet::dynamoDb, () -> new Tables(stage));
    messages = new OutgoingMessages(database);
    sender = newProcess();
  }

  /** Sets a variable of the processes that start from now on; the sender is a new one. */
  SmsStage with(String variable, String value) {
    variables.put(variable, value);
    sender = newProcess();
    return this;
  }

  /** What a dead sender is followed by. */
  void restartSender() {
    sender = newProcess();
  }

  SmsSenderHandler newProcess() {
    return new SmsSenderHandler(
        watched, new Environment(variables), simulator.clock(), new Random(BATCHES.get()));
  }

  MessageBatch batch(String text, List<String> files, PhoneNumber... to) {
    return new MessageBatch(
        "batch%06d".formatted(BATCHES.incrementAndGet()),
        OURS,
        List.of(to),
        text,
        files,
        "sub-manager",
        Optional.empty(),
        Optional.empty(),
        simulator.clock().instant());
  }

  /** Logs a batch as send-sms does; nobody spreads it. */
  MessageBatch accept(MessageBatch batch) {
    new BatchAcceptance(database)
        .accept(
            batch,
            new IdempotencyKey("sub-manager", "POST /send-sms", batch.id()),
            "hash",
            Duration.ofHours(24),
            new StoredAnswer(202, Map.of(), "{}"));
    return batch;
  }

  /** Logs a batch and puts its messages on the queue. */
  List<OutgoingId> sendLater(MessageBatch batch) {
    return outbox().spread(accept(batch)).stream().map(OutgoingMessage::id).toList();
  }

  OutgoingId sendLater(String text) {
    return sendLater(batch(text, List.of(), CLIENT)).getFirst();
  }

  Outbox outbox() {
    return new Outbox(
        new MessageBatches(database),
        messages,
        new SmsQueue(quiet::sqs, queue::url),
        simulator.clock());
  }

  OutgoingMessage row(OutgoingId id) {
    return messages.find(id).orElseThrow().value();
  }

  AwsClients clients() {
    return quiet;
  }

  String queueUrl() {
    return queue.url();
  }

  /** What is on the queue now, at most 10. */
  List<Message> receive() {
    return quiet
        .sqs()
        .receiveMessage(
            request -> request.queueUrl(queue.url()).maxNumberOfMessages(10).waitTimeSeconds(0))
        .messages();
  }

  void put(String body) {
    quiet.sqs().sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
  }

  /** Lets the sender work on these, and deletes what it does not report as failed. */
  Set<String> deliver(List<Message> received) {
    SQSEvent event = new SQSEvent();
    event.setRecords(received.stream().map(SmsStage::record).toList());
    SQSBatchResponse answer = sender.handleRequest(event, new Invocation(Duration.ofSeconds(120)));
    Set<String> failed =
        Set.copyOf(
            answer.getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList());
    for (Message message : received) {
      if (!failed.contains(message.messageId()) && deleted.add(message.receiptHandle())) {
        quiet
            .sqs()
            .deleteMessage(
                request -> request.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
      }
    }
    return failed;
  }

  /** Everything that is on the queue, to its end. */
  void deliverAll() {
    for (List<Message> got = receive(); !got.isEmpty(); got = receive()) {
      deliver(got);
    }
  }

  String dispatch() {
    return new SmsDispatcherHandler(quiet, new Environment(variables), simulator.clock())
        .handleRequest(Map.of(), new Invocation(Duration.ofSeconds(60)));
  }

  /** Time passes; who waits may go on. */
  void advance(Duration time) {
    simulator.clock().advance(time);
  }

  /** What the sync does with the journal. */
  JournalPull journalPull() {
    return new JournalPull(this, new Database(watched::dynamoDb, () -> new Tables(name)));
  }

  /** The requests to send this text that the provider did not certainly refuse. */
  List<SendRecord> uncertain(String text) {
    return simulator.sends().records().stream()
        .filter(send -> send.message().equals(text))
        .filter(send -> send.status() == null || (send.status() != 429 && send.status() != 401))
        .toList();
  }

  @Override
  public void close() {
    simulator.close();
  }

  static SQSMessage record(Message message) {
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setBody(message.body());
    return record;
  }
}
