package callcentre.functions.livepublisher;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.Variable;
import callcentre.aws.logging.RequestScope;
import callcentre.client.budget.BudgetConfiguration;
import callcentre.live.Gateway;
import callcentre.live.rows.Colleagues;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.live.DeltaRepository;
import callcentre.storage.live.LiveConnectionRepository;
import callcentre.storage.live.SubscriptionRepository;
import callcentre.storage.numbers.DirectoryCache;
import callcentre.storage.numbers.NumberAssignmentRepository;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a batch of a stream. Where a topic could not be told, the whole batch comes again: a row
 * that is told twice has the same version, so nobody takes it for news.
 */
public final class LivePublisherHandler
    implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(LivePublisherHandler.class);

  private final Supplier<Tables> tables;
  private final RowSources sources;
  private final Broadcast broadcast;
  private final InstantSource clock;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public LivePublisherHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(this::prime);
  }

  LivePublisherHandler(AwsClients clients, Environment environment, InstantSource clock) {
    this.tables = () -> new Tables(environment.require(Variable.STAGE));
    this.clock = clock;
    Database database = new Database(clients::dynamoDb, tables);
    this.sources =
        new RowSources(
            tables,
            new DirectoryCache(new NumberAssignmentRepository(database), clock),
            new Colleagues(database, clock),
            () -> BudgetConfiguration.read(environment));
    this.broadcast =
        new Broadcast(
            new DeltaRepository(database),
            new SubscriptionRepository(database),
            new Connections(
                new LiveConnectionRepository(database), Gateway.of(environment, clients)));
  }

  /** Drives a row of nobody through everything that a row needs; nothing is kept. */
  void prime() {
    try {
      AwsClients.prime(
          () ->
              broadcast.tell(
                  read(List.of(Primer.row(tables.get())), clock.instant()), clock.instant()));
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("live: not primed; the first batch is slower");
    }
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      Instant now = clock.instant();
      Broadcast.Result result = broadcast.tell(read(StreamedItem.of(event.getRecords()), now), now);
      tell(event, result, Duration.between(now, clock.instant()));
      return new StreamsEventResponse(
          result.failures().isEmpty() ? List.of() : List.of(first(event)));
    }
  }

  private List<Told> read(Collection<StreamedItem> items, Instant now) {
    ChangedRows rows = sources.of(items);
    List<Told> told = new ArrayList<>();
    for (StreamedItem item : items) {
      try {
        told.addAll(rows.of(item, now));
      } catch (RuntimeException unreadable) {
        // Coming again would not make it readable, and would hold up the others.
        LOG.atError()
            .addKeyValue("live", "unreadable")
            .addKeyValue("stream", item.streamArn())
            .setCause(unreadable)
            .log("live: an item of the table is no row; it is not told, lists are not affected");
      }
    }
    return told;
  }

  private static void tell(DynamodbEvent event, Broadcast.Result result, Duration took) {
    for (RuntimeException failure : result.failures()) {
      LOG.atError()
          .addKeyValue("live", "failed")
          .setCause(failure)
          .log("live: a topic was not told; the batch comes again");
    }
    LOG.atInfo()
        .addKeyValue("live", "told")
        .addKeyValue("records", event.getRecords().size())
        .addKeyValue("topics", result.topics())
        .addKeyValue("delivered", result.posted().delivered())
        .addKeyValue("gone", result.posted().gone())
        .addKeyValue("closed", result.posted().closed())
        .addKeyValue("unreached", result.posted().failed())
        .addKeyValue("millis", took.toMillis())
        .log("live: a batch is told");
  }

  private static BatchItemFailure first(DynamodbEvent event) {
    return new BatchItemFailure(event.getRecords().getFirst().getDynamodb().getSequenceNumber());
  }
}
