package callcentre.functions.callprojector;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.Variable;
import callcentre.aws.logging.RequestScope;
import callcentre.domain.events.EventNotice;
import callcentre.storage.Tables;
import callcentre.storage.calls.CallStore;
import callcentre.storage.database.Database;
import callcentre.storage.events.CallEventRepository;
import callcentre.storage.events.EventRow;
import callcentre.storage.events.EventStanding;
import callcentre.storage.events.StoredEvent;
import callcentre.storage.events.WebhookStateRepository;
import callcentre.storage.gate.HistoryGate;
import callcentre.storage.history.Retention;
import callcentre.storage.presence.PresenceRepository;
import callcentre.storage.presence.PresenceRetention;
import callcentre.storage.projection.EventProjection;
import callcentre.storage.projection.PresenceProjection;
import callcentre.storage.projection.Projected;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch of the stream into the rows. The whole batch is tried, whatever fails in it; from
 * the first event that failed on it comes again, which changes nothing for those that succeeded.
 */
public final class CallProjectorHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(CallProjectorHandler.class);

  private final EventProjection projection;
  private final PresenceProjection presence;
  private final EndedCalls ended;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public CallProjectorHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(this::prime);
  }

  CallProjectorHandler(AwsClients clients, Environment environment, InstantSource clock) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    CallEventRepository events = new CallEventRepository(database);
    this.presence =
        new PresenceProjection(
            events, new PresenceRepository(database, PresenceRetention.of(environment)));
    this.ended = new EndedCalls(new WebhookStateRepository(database), clock);
    this.projection =
        new EventProjection(
            events, new HistoryGate(clock), new CallStore(database, Retention::forEver));
  }

  /** Drives an event of nobody through everything that an event needs; nothing is kept. */
  void prime() {
    EventNotice notice =
        new EventNotice(
            "IncomingCall",
            Optional.of("5ca1ab1e-0000-4000-8000-000000000001"),
            Optional.empty(),
            Optional.of("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Optional.empty());
    EventRow nobodys =
        EventRow.of(new StoredEvent(notice, "{}", Instant.EPOCH, EventStanding.RECEIVED));
    try {
      AwsClients.prime(() -> tell(projection.project(List.of(nobodys))));
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("projector: not primed; the first batch is slower");
    }
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      List<DynamodbStreamRecord> records = new ArrayList<>();
      List<EventRow> events = new ArrayList<>();
      Optional<DynamodbStreamRecord> unreadable = Optional.empty();
      for (DynamodbStreamRecord record : event.getRecords()) {
        if (StreamedEvents.isNew(record)) {
          Optional<EventRow> row = read(record);
          if (row.isPresent()) {
            records.add(record);
            events.add(row.get());
          } else if (unreadable.isEmpty()) {
            unreadable = Optional.of(record);
          }
        }
      }
      List<Projected> batch = projection.project(events);
      ProjectionLog.tell(batch);
      ended.note(batch);
      return answer(
          isPresenceKept(batch)
              ? firstFailed(event, records, batch, unreadable)
              : event.getRecords().stream().findFirst());
    }
  }

  private void tell(List<Projected> batch) {
    presence.project(PresenceProjection.calls(batch));
  }

  private boolean isPresenceKept(List<Projected> batch) {
    try {
      tell(batch);
      return true;
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("projection", "presence_failed")
          .setCause(failure)
          .log("projector: rows are kept, presence is not; the batch comes again");
      return false;
    }
  }

  private static Optional<EventRow> read(DynamodbStreamRecord record) {
    try {
      return Optional.of(StreamedEvents.read(record));
    } catch (RuntimeException unreadable) {
      LOG.atError()
          .addKeyValue("projection", "unreadable")
          .addKeyValue("sequence_number", record.getDynamodb().getSequenceNumber())
          .setCause(unreadable)
          .log("projector: an item of the table is no event; its position goes to the queue");
      return Optional.empty();
    }
  }

  private static Optional<DynamodbStreamRecord> firstFailed(
      DynamodbEvent event,
      List<DynamodbStreamRecord> records,
      List<Projected> batch,
      Optional<DynamodbStreamRecord> unreadable) {
    Optional<DynamodbStreamRecord> failed = Optional.empty();
    for (int at = 0; at < batch.size() && failed.isEmpty(); at++) {
      if (batch.get(at) instanceof Projected.Failed) {
        failed = Optional.of(records.get(at));
      }
    }
    Optional<DynamodbStreamRecord> first = failed;
    return event.getRecords().stream()
        .filter(
            record ->
                first.filter(one -> one == record).isPresent()
                    || unreadable.filter(one -> one == record).isPresent())
        .findFirst();
  }

  private static StreamsEventResponse answer(Optional<DynamodbStreamRecord> failed) {
    return new StreamsEventResponse(
        failed.stream()
            .map(record -> new BatchItemFailure(record.getDynamodb().getSequenceNumber()))
            .toList());
  }
}
