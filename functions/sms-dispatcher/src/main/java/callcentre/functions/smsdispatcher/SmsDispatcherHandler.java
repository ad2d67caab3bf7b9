package callcentre.functions.smsdispatcher;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.Variable;
import callcentre.aws.logging.RequestScope;
import callcentre.messaging.MessageRetention;
import callcentre.messaging.Outbox;
import callcentre.messaging.SmsQueue;
import callcentre.messaging.settling.JournalSettling;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.history.Retention;
import callcentre.storage.messages.MessageQueries;
import callcentre.storage.messages.MessageStore;
import callcentre.storage.sms.DueMessages;
import callcentre.storage.sms.MessageBatches;
import callcentre.storage.sms.OutgoingMessages;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs at every tick of its schedule. A run that fails, or that nobody starts, costs time and loses
 * nothing: the next one sees the same rows.
 */
public final class SmsDispatcherHandler implements RequestHandler<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(SmsDispatcherHandler.class);

  private final Dispatcher dispatcher;
  private final InstantSource clock;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public SmsDispatcherHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(this::prime);
  }

  /** A handler with these services; making it reads nothing. */
  public SmsDispatcherHandler(AwsClients clients, Environment environment, InstantSource clock) {
    this.dispatcher = dispatcher(clients, environment, clock);
    this.clock = clock;
  }

  private static Dispatcher dispatcher(
      AwsClients clients, Environment environment, InstantSource clock) {
    Database database =
        new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE)));
    Supplier<Retention> retention = MessageRetention.of(environment);
    OutgoingMessages messages = new OutgoingMessages(database, retention);
    MessageBatches batches = new MessageBatches(database);
    SmsQueue queue = SmsQueue.of(clients, environment);
    return new Dispatcher(
        new DueMessages(database),
        batches,
        new Outbox(batches, messages, queue, clock),
        messages,
        queue,
        new Settler(
            messages,
            new JournalSettling(
                messages,
                new MessageQueries(database, clock),
                new MessageStore(database, retention),
                clock),
            clock),
        clock);
  }

  /** Looks what is due and touches nothing. */
  void prime() {
    try {
      AwsClients.prime(dispatcher::look);
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("sms: not primed; the first run will be slower");
    }
  }

  /**
   * Does what is due.
   *
   * @return what was done, for whoever invokes it by hand
   */
  @Override
  public String handleRequest(Map<String, Object> input, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      return dispatcher
          .run(clock.instant().plusMillis(context.getRemainingTimeInMillis()))
          .sentence();
    }
  }
}
