package callcentre.client.budget;

import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.Reopening;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The request budget that all processes of a stack share (design: Budget). Every provider request
 * takes from it first, the token's and each retry too.
 */
public final class RequestBudget {

  /** The field of log lines from which the alarms at 70 and 90 percent are made. */
  public static final String USED_PERCENT = "budget_used_percent";

  private static final Logger LOG = LoggerFactory.getLogger(RequestBudget.class);

  private final ProviderUsageRepository usage;
  private final Supplier<BudgetPolicy> policy;
  private final InstantSource clock;

  /**
   * @param policy asked at each use; may throw when the configuration cannot be read
   */
  public RequestBudget(
      ProviderUsageRepository usage, Supplier<BudgetPolicy> policy, InstantSource clock) {
    this.usage = usage;
    this.policy = policy;
    this.clock = clock;
  }

  /** What one call takes its requests from; it costs nothing until the first is taken. */
  public CallBudget forCall(RequestClass requestClass) {
    return new CallBudget(usage, policy.get(), requestClass, clock);
  }

  /** How the budget stands, for {@code …/usage}: 1 read, no write. */
  public BudgetSnapshot snapshot() {
    Instant now = clock.instant();
    return usage.find().orElseGet(() -> BudgetLedger.untouched(now)).snapshot(policy.get(), now);
  }

  /**
   * As {@link #snapshot}, and logs it: once per schedule, so that alarms see the budget even while
   * nobody uses it.
   */
  public BudgetSnapshot report() {
    BudgetSnapshot snapshot = snapshot();
    LOG.atInfo()
        .addKeyValue(USED_PERCENT, snapshot.usedPercent())
        .addKeyValue("budget_used", snapshot.used())
        .addKeyValue("budget_limit", snapshot.limit())
        .addKeyValue("budget_closed", snapshot.closed().isPresent())
        .log("provider budget");
    return snapshot;
  }

  /**
   * An operator opens the budget although the provider's limit was reached. Who and why is kept in
   * the table and in the log.
   *
   * @param actor the user's id
   * @param reason 1 to 500 characters
   * @return false when it is not closed; then nothing was changed
   */
  public boolean reopen(String actor, String reason) {
    boolean reopened = usage.reopen(new Reopening(clock.instant(), actor, reason));
    LOG.atWarn()
        .addKeyValue("actor", actor)
        .addKeyValue("reason", reason)
        .addKeyValue("budget_reopened", reopened)
        .log("provider budget: an operator asked to reopen it");
    return reopened;
  }
}
