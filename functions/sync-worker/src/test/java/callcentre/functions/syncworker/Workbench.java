package callcentre.functions.syncworker;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.Variable;
import callcentre.cloud.Cloud;
import callcentre.cloud.Queue;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.extensions.AccountExtension;
import callcentre.domain.history.Window;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.people.Extension;
import callcentre.domain.phone.PhoneNumber;
import callcentre.domain.sync.BackfillRange;
import callcentre.domain.sync.Dataset;
import callcentre.domain.sync.DatasetRun;
import callcentre.domain.sync.SyncJob;
import callcentre.domain.sync.SyncState;
import callcentre.functions.syncworker.history.HistoryParts;
import callcentre.simulator.Simulator;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.extensions.ExtensionRepository;
import callcentre.storage.numbers.PhoneNumberRepository;
import callcentre.storage.people.UserRepository;
import callcentre.storage.sync.SyncClaims;
import callcentre.storage.sync.SyncJobRepository;
import callcentre.storage.sync.SyncStateRepository;
import callcentre.sync.OrphanedJobs;
import callcentre.sync.SyncPlan;
import callcentre.sync.SyncQueue;
import callcentre.sync.SyncRequests;
import callcentre.sync.SyncStart;
import callcentre.sync.UnsentJobs;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A stage of its own with a simulated provider: asks for syncs as a person or the schedule does,
 * and lets the real worker do what is on the queue. Everybody's time is the simulator's clock.
 */
public final class Workbench implements AutoCloseable {

  static final String PERSON = "sub-admin";

  /** A moment at which no hour changes and no token nears its end in the middle of a test. */
  private static final Instant START = Instant.parse("2026-11-21T09:10:00Z");

  final Simulator simulator = Simulator.start();
  final FaultInjector faults = new FaultInjector();
  final RequestCounter counter = new RequestCounter();
  final Meanwhile meanwhile = new Meanwhile();
  final WrittenItems written = new WrittenItems();
  final SyncJobRepository jobs;
  final SyncStateRepository states;
  final PhoneNumberRepository numbers;
  final ExtensionRepository extensions;
  final UserRepository users;
  final Database database;
  private final Cloud cloud;
  private final String stage;
  private final Queue queue;
  private final SyncRequests requests;
  private final Map<String, String> variables = new HashMap<>();
  private int pageSize = HistoryParts.LARGEST_PAGE;

  public Workbench(Cloud cloud) {
    this.cloud = cloud;
    this.stage = cloud.newStage();
    simulator.clock().setNow(START);
    TemplateTables.create(cloud, stage);
    this.queue = cloud.createQueue(stage + "-sync", Duration.ofSeconds(30));
    cloud.createSecret(stage + "/mightycall/token");
    credentials(simulator.apiKey(), simulator.adminSecret());
    this.database = new Database(cloud.clients()::dynamoDb, () -> new Tables(stage));
    this.jobs = new SyncJobRepository(database);
    this.states = new SyncStateRepository(database);
    this.numbers = new PhoneNumberRepository(database);
    this.extensions = new ExtensionRepository(database);
    this.users = new UserRepository(database);
    SyncClaims claims = new SyncClaims(database);
    SyncQueue sending = new SyncQueue(cloud.clients()::sqs, queue::url);
    this.requests =
        new SyncRequests(
            claims,
            new OrphanedJobs(claims, states, jobs, sending),
            new UnsentJobs(claims, states, simulator.clock()),
            sending,
            simulator.clock(),
            new Random(7));
    variables.putAll(
        Map.of(
            "STAGE",
            stage,
            "CREDENTIALS_SECRET_ID",
            stage + "/mightycall/credentials",
            "TOKEN_SECRET_ID",
            stage + "/mightycall/token",
            "SYNC_QUEUE_URL",
            queue.url(),
            "SYNC_ENABLED",
            "true",
            "EXTENSION_PROBE",
            "100-120"));
  }

  /** Stores other keys of the provider. */
  void credentials(String apiKey, String userKey) {
    cloud.createSecret(
        stage + "/mightycall/credentials",
        "{\"api_key\":\"%s\",\"user_key\":\"%s\",\"host\":\"%s\"}"
            .formatted(apiKey, userKey, simulator.baseUrl()));
  }

  /** Sets a variable of the functions; an empty value unsets it. */
  Workbench with(Variable variable, String value) {
    variables.put(variable.name(), value);
    return this;
  }

  /** Lets the workers that follow read history in pages of another size. */
  public Workbench pagesOf(int rows) {
    pageSize = rows;
    return this;
  }

  public Environment environment() {
    return new Environment(variables);
  }

  public Simulator simulator() {
    return simulator;
  }

  /** Clients without faults; what they send is counted. */
  public AwsClients clients() {
    return cloud.clients(counter, written);
  }

  /** Counts the requests of workers and of {@link #clients}. */
  public RequestCounter requests() {
    return counter;
  }

  /** Counts the items that they write. */
  public WrittenItems written() {
    return written;
  }

  /** The worker in a process of its own, its requests counted and at the mercy of the faults. */
  SyncWorkerHandler worker() {
    return new SyncWorkerHandler(
        SyncWorker.of(
            cloud.clients(counter, written, faults, meanwhile),
            environment(),
            simulator.clock(),
            pageSize));
  }

  SyncJob asks(String who, String... datasets) {
    SyncPlan plan =
        datasets.length == 0 ? SyncPlan.standard() : SyncPlan.of(Arrays.asList(datasets));
    SyncStart start = requests.start(plan, who);
    if (start instanceof SyncStart.Started(SyncJob job)) {
      return job;
    }
    throw new AssertionError("no job was started: " + start);
  }

  /** A whole sync that a person asks for. */
  public SyncJob sync(String... datasets) {
    return done(asks(PERSON, datasets));
  }

  /** Lets a worker do what is on the queue, and reads the job. */
  public SyncJob done(SyncJob job) {
    deliver(worker(), takeMessages());
    return job(job.id());
  }

  /** Asks for a back-fill as a person does. */
  public SyncJob asksToFill(Instant from, Instant to, Dataset... datasets) {
    BackfillRange range =
        new BackfillRange(
            new Window(from, to),
            datasets.length == 0 ? Dataset.history() : Arrays.asList(datasets));
    if (requests.backfill(range, PERSON) instanceof SyncStart.Started(SyncJob job)) {
      return job;
    }
    throw new AssertionError("no back-fill was started");
  }

  public SyncJob job(String id) {
    return jobs.find(id).orElseThrow();
  }

  /** Where a dataset stands. */
  public SyncState state(Dataset dataset) {
    return states.find(dataset);
  }

  public Database database() {
    return database;
  }

  static DatasetRun run(SyncJob job, Dataset dataset) {
    return job.run(dataset).orElseThrow();
  }

  /** Receives and removes what is on the queue, as Lambda's poller does after a success. */
  public SQSEvent takeMessages() {
    List<Message> received =
        cloud
            .sqs()
            .receiveMessage(
                receive -> receive.queueUrl(queue.url()).maxNumberOfMessages(10).waitTimeSeconds(1))
            .messages();
    SQSEvent event = new SQSEvent();
    event.setRecords(received.stream().map(message -> toEvent(message)).toList());
    received.forEach(
        message ->
            cloud
                .sqs()
                .deleteMessage(
                    delete -> delete.queueUrl(queue.url()).receiptHandle(message.receiptHandle())));
    return event;
  }

  /** Gives messages to a worker that has two minutes; returns the ids of those that failed. */
  static List<String> deliver(SyncWorkerHandler worker, SQSEvent event) {
    return deliver(worker, event, Duration.ofSeconds(120));
  }

  static List<String> deliver(SyncWorkerHandler worker, SQSEvent event, Duration time) {
    SQSBatchResponse response = worker.handleRequest(event, new Invocation(time));
    return response.getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  /** Lets a worker do what is on the queue, if anything. */
  public void work() {
    deliver(worker(), takeMessages());
  }

  static SQSEvent eventOf(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("message-1");
    message.setBody(body);
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  AccountNumber number(String written) {
    return numbers.find(PhoneNumber.parse(written)).orElseThrow().value();
  }

  AccountExtension extension(String digits) {
    return extensions.find(new Extension(digits)).orElseThrow().value();
  }

  List<String> extensionDigits() {
    return extensions.all().stream().map(row -> row.value().extension().digits()).toList();
  }

  /** Provider requests of one method and route template since the last clear. */
  long asked(String method, String template) {
    return simulator.requests().count(method, template);
  }

  private static SQSMessage toEvent(Message message) {
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.messageId());
    record.setBody(message.body());
    return record;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
