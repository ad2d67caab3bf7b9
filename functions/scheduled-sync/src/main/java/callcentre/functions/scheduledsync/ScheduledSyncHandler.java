package callcentre.functions.scheduledsync;

import callcentre.aws.AwsClients;
import callcentre.aws.Environment;
import callcentre.aws.SnapStart;
import callcentre.aws.logging.RequestScope;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs at every tick of the schedule, with the input {@code {"full": true|false}} that
 * template.yaml gives it. A tick that fails is not repeated but where it is the daily one: the next
 * one sees the same state.
 */
public final class ScheduledSyncHandler implements RequestHandler<Map<String, Object>, String> {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledSyncHandler.class);

  private final Schedule schedule;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public ScheduledSyncHandler() {
    this(
        Schedule.of(
            AwsClients.ofProcess(),
            Environment.ofProcess(),
            InstantSource.system(),
            new SecureRandom()));
    SnapStart.beforeCheckpoint(this::prime);
  }

  ScheduledSyncHandler(Schedule schedule) {
    this.schedule = schedule;
  }

  /** Drives a look at the datasets, which asks for nothing. */
  void prime() {
    try {
      AwsClients.prime(schedule::look);
    } catch (RuntimeException notPrimed) {
      LOG.atWarn().setCause(notPrimed).log("schedule: not primed; the first tick will be slower");
    }
  }

  /**
   * Decides what is due and asks for it.
   *
   * @param input {@code full} compares every dataset as a whole; left out means false
   * @return what was done, for whoever invokes it by hand
   */
  @Override
  public String handleRequest(Map<String, Object> input, Context context) {
    try (RequestScope scope = RequestScope.open(context.getAwsRequestId())) {
      return schedule.tick(Boolean.TRUE.equals(input.get("full"))).sentence();
    }
  }
}
