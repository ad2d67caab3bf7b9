package callcentre.functions.sweeper;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.Variable;
import callcentre.aws.logging.RequestScope;
import callcentre.live.Gateway;
import callcentre.live.Line;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import callcentre.storage.live.LiveConnectionRepository;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every minute. A run that fails, or that nobody starts, loses nothing: the next one sees the
 * same connections, and API Gateway ends each after 2 hours anyway.
 */
public final class SweeperHandler implements RequestHandler<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(SweeperHandler.class);

  private final Sweeper sweeper;
  private final InstantSource clock;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public SweeperHandler() {
    this(AwsClients.ofProcess(), Environment.ofProcess(), InstantSource.system());
    SnapStart.beforeCheckpoint(this::prime);
  }

  /** A handler with these services; making it reads nothing. */
  public SweeperHandler(AwsClients clients, Environment environment, InstantSource clock) {
    LiveConnectionRepository connections =
        new LiveConnectionRepository(
            new Database(clients::dynamoDb, () -> new Tables(environment.require(Variable.STAGE))));
    this.sweeper =
        new Sweeper(connections, new Line(Gateway.of(environment, clients), connections), clock);
    this.clock = clock;
  }

  /** Looks what has ended and touches nothing. */
  void prime() {
    try {
      AwsClients.prime(sweeper::look);
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("live: not primed; the first run will be slower");
    }
  }

  /**
   * Ends what is due.
   *
   * @return what was done, for whoever invokes it by hand
   */
  @Override
  public String handleRequest(Map<String, Object> input, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      int ended = sweeper.run(clock.instant().plusMillis(context.getRemainingTimeInMillis()));
      return "ended " + ended + " connections";
    }
  }
}
