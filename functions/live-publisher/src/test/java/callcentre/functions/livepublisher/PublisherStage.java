package callcentre.functions.livepublisher;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.calls.CallFact;
import callcentre.domain.live.ConnectionId;
import callcentre.domain.live.LiveConnection;
import callcentre.domain.live.LiveHolder;
import callcentre.domain.live.LiveLimits;
import callcentre.domain.live.ServerMessage;
import callcentre.domain.live.Subscription;
import callcentre.domain.live.Topic;
import callcentre.domain.ownership.OrganisationId;
import callcentre.domain.people.Role;
import callcentre.domain.people.User;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.numbers.NumberAssignmentRepository;
import callcentre.storage.organisations.OrganisationRepository;
import callcentre.storage.people.UserRepository;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a stage, a publisher over them, and connections that listen. */
final class PublisherStage implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final FaultInjector faults = new FaultInjector();
  private final RequestCounter requests = new RequestCounter();
  private final ManagementApi gateway = new ManagementApi();
  private final Database database;
  private final Streams streams;
  private final LivePublisherHandler handler;

  PublisherStage(Cloud cloud) {
    String stage = cloud.newStage();
    for (Table table :
        List.of(
            Table.CALL_HISTORY,
            Table.VOICEMAIL_LOGS,
            Table.SMS_LOGS,
            Table.AGENT_STATUS_HISTORY,
            Table.SYNC_JOBS,
            Table.PROVIDER_USAGE,
            Table.NUMBER_ASSIGNMENTS,
            Table.ORGANISATIONS,
            Table.USERS,
            Table.LIVE_CONNECTIONS)) {
      TemplateTables.create(cloud, stage, table.baseName());
    }
    database = new Database(cloud::dynamoDb, () -> new Tables(stage));
    streams = new Streams(database);
    handler =
        new LivePublisherHandler(
            cloud.clients(requests, faults),
            new Environment(Map.of("STAGE", stage, "LIVE_MANAGEMENT_ENDPOINT", gateway.endpoint())),
            CLOCK);
  }

  FaultInjector faults() {
    return faults;
  }

  RequestCounter requests() {
    return requests;
  }

  ManagementApi gateway() {
    return gateway;
  }

  Database database() {
    return database;
  }

  Client connect(String name, Topic... topics) {
    return connect(name, Optional.empty(), topics);
  }

  /** Connects somebody who hears topics, of agents since they answer there. */
  Client connect(String name, Optional<Instant> since, Topic... topics) {
    ConnectionId id = new ConnectionId(name);
    Instant ends = NOW.plus(LiveLimits.CONNECTION_LIFE);
    new LiveConnectionRepository(database)
        .open(
            new LiveConnection(
                id,
                new LiveHolder("user-" + name, true, Role.PLATFORM_ADMIN, Set.of()),
                NOW,
                ends,
                ServerMessage.Bye.Reason.LIFETIME,
                Set.of()));
    SubscriptionRepository subscriptions = new SubscriptionRepository(database);
    for (Topic topic : topics) {
      subscriptions.put(new Subscription(topic, id, ends, since));
    }
    return new Client(() -> gateway.received(name));
  }

  boolean hears(String name, Topic topic) {
    return new SubscriptionRepository(database)
        .of(topic).stream().anyMatch(each -> each.connection().value().equals(name));
  }

  void owns(String organisation, PhoneNumber number, Instant from) {
    OrganisationId id = new OrganisationId(organisation);
    new OrganisationRepository(database).name(id, "Name of " + organisation, NOW);
    new NumberAssignmentRepository(database)
        .assign(number, Optional.of(id), Optional.of(from), "arranger", NOW);
  }

  void user(User user) {
    for (OrganisationId organisation : user.organisations()) {
      new OrganisationRepository(database).name(organisation, "Name of " + organisation, NOW);
    }
    new UserRepository(database).change(user.id(), stored -> user);
  }

  /** What the stream of calls brings when facts are stored. */
  List<DynamodbStreamRecord> stored(CallFact... facts) {
    return changes(
        Table.CALL_HISTORY,
        () ->
            new CallStore(database, Retention::forEver)
                .store(new HistoryGate(CLOCK).calls(List.of(facts)).admitted()));
  }

  /** What the stream of a table brings of some work. */
  List<DynamodbStreamRecord> changes(Table table, Runnable work) {
    return streams.of(table, work);
  }

  /** Tells a batch: the positions that are named as failed. */
  List<String> tell(List<DynamodbStreamRecord> records) {
    DynamodbEvent batch = new DynamodbEvent();
    batch.setRecords(records);
    return handler
        .handleRequest(batch, new Invocation(Duration.ofMinutes(1)))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  void prime() {
    handler.prime();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
