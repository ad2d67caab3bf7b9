package callcentre.functions.scheduledsync;

import callcentre.aws.Environment;
import callcentre.client.budget.BudgetConfiguration;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.RequestClass;
import java.time.Instant;

/**
 * Whether the budget has room for background work: each class stops before its reserve, so that
 * people can still act. The worker's own requests are checked one by one; this spares the job that
 * could not make even its first one.
 */
final class BackgroundRoom {

  private final Environment environment;

  BackgroundRoom(Environment environment) {
    this.environment = environment;
  }

  /** While the provider's own limit is reached there is room for the one request that probes it. */
  boolean isLeft(RequestClass work, BudgetSnapshot snapshot, Instant now) {
    if (snapshot.closed().isPresent()) {
      return !snapshot.closed().get().nextProbeAt().isAfter(now);
    }
    return snapshot.used() < ceiling(work);
  }

  /** How many requests may be used before work of this class stops. */
  long ceiling(RequestClass work) {
    return BudgetConfiguration.read(environment).ceiling(work);
  }
}
