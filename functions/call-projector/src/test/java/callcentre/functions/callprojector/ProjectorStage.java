package callcentre.functions.callprojector;

import callcentre.aws.Environment;
import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.cloud.lambda.Invocation;
import callcentre.domain.calls.Call;
import callcentre.domain.calls.CallFact;
import callcentre.domain.calls.CallId;
import callcentre.domain.people.Extension;
import callcentre.domain.presence.PresenceRules;
import callcentre.domain.presence.PresenceState;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallQueries;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.StoredEvent;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.presence.PresenceRepository;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of a stage, a projector over them, and records as their stream brings them. */
final class ProjectorStage {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Sequences.START.plus(Duration.ofHours(1)));

  private final FaultInjector faults = new FaultInjector();
  private final RequestCounter requests = new RequestCounter();
  private final String table;
  private final Cloud cloud;
  private final Database database;
  private final CallProjectorHandler handler;

  ProjectorStage(Cloud cloud) {
    this.cloud = cloud;
    String stage = cloud.newStage();
    table = TemplateTables.create(cloud, stage, "call_events");
    TemplateTables.create(cloud, stage, "call_history");
    TemplateTables.create(cloud, stage, "agent_status_history");
    TemplateTables.create(cloud, stage, "sync_state");
    database = new Database(cloud::dynamoDb, () -> new Tables(stage));
    handler =
        new CallProjectorHandler(
            cloud.clients(requests, faults), new Environment(Map.of("STAGE", stage)), CLOCK);
  }

  FaultInjector faults() {
    return faults;
  }

  RequestCounter requests() {
    return requests;
  }

  CallEventRepository events() {
    return new CallEventRepository(database);
  }

  /** The minutes in which calls ended. */
  List<Instant> ended() {
    return new WebhookStateRepository(database).find().ended();
  }

  PresenceState presence(String extension, Instant at) {
    return presences().find(new Extension(extension)).at(at, PresenceRules.USUAL).state();
  }

  PresenceRepository presences() {
    return new PresenceRepository(database, Retention::forEver);
  }

  Call row(String call) {
    return new CallQueries(database, CLOCK).find(new CallId(call)).orElseThrow();
  }

  void sync(CallFact fact) {
    new CallStore(database, Retention::forEver)
        .store(new HistoryGate(CLOCK).calls(List.of(fact)).admitted());
  }

  /** Stores events as the receiver does and projects them in one batch. */
  List<String> receive(StoredEvent... events) {
    return receive(List.of(events));
  }

  List<String> receive(List<StoredEvent> events) {
    CallEventRepository repository = events();
    events.forEach(repository::store);
    return project(events);
  }

  /** The positions that are named as failed: those of the given events, from 1. */
  List<String> project(List<StoredEvent> events) {
    List<DynamodbStreamRecord> records = new ArrayList<>();
    for (StoredEvent event : events) {
      records.add(record("INSERT", records.size() + 1, image(event)));
    }
    return handle(records);
  }

  List<String> handle(List<DynamodbStreamRecord> records) {
    DynamodbEvent batch = new DynamodbEvent();
    batch.setRecords(records);
    return handler
        .handleRequest(batch, new Invocation(Duration.ofSeconds(10)))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  static DynamodbStreamRecord record(
      String name, int sequenceNumber, Map<String, AttributeValue> image) {
    StreamRecord change = new StreamRecord();
    change.setNewImage(image);
    change.setSequenceNumber(Integer.toString(sequenceNumber));
    DynamodbStreamRecord record = new DynamodbStreamRecord();
    record.setEventName(name);
    record.setDynamodb(change);
    return record;
  }

  Map<String, AttributeValue> image(StoredEvent event) {
    EventRow row = EventRow.of(event);
    Map<String, AttributeValue> image = new HashMap<>();
    cloud
        .dynamoDb()
        .getItem(
            request ->
                request
                    .tableName(table)
                    .key(Map.of("call_id", text(row.id().hash()), "event", text(row.id().range()))))
        .item()
        .forEach(
            (name, value) ->
                image.put(
                    name,
                    value.s() == null
                        ? new AttributeValue().withN(value.n())
                        : new AttributeValue(value.s())));
    return image;
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue text(String value) {
    return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(value);
  }
}
