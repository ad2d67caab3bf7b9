package callcentre.functions.scheduledsync;

import callcentre.aws.logging.RequestScope;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/**
 * Runs at every tick of the schedule, with the input {@code {"full": true|false}} that
 * template.yaml gives it. A tick that fails is not repeated but where it is the daily one: the next
 * one sees the same state.
 */
public final class ScheduledSyncHandler implements RequestHandler<Map<String, Object>, String> {

  private final Schedule schedule;

  /** The handler that Lambda makes: it is given everything by its environment. */
  public ScheduledSyncHandler() {
    this(Schedule.ofProcess());
  }

  ScheduledSyncHandler(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
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
