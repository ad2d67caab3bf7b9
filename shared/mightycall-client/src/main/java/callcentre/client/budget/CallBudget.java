package callcentre.client.budget;

import callcentre.client.error.MightyCallException;
import callcentre.domain.budget.BudgetLedger;
import callcentre.domain.budget.BudgetPolicy;
import callcentre.domain.budget.BudgetSnapshot;
import callcentre.domain.budget.Closure;
import callcentre.domain.budget.Refusal;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.usage.BudgetTake;
import callcentre.storage.usage.ProviderUsageRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The budget as one call spends it. While the provider's limit is reached, the call may be the
 * probe that tries again: then all of its requests, the token's too, go under that probe. Used by
 * one thread.
 */
public final class CallBudget {

  private static final Logger LOG = LoggerFactory.getLogger(CallBudget.class);

  private final ProviderUsageRepository usage;
  private final BudgetPolicy policy;
  private final RequestClass requestClass;
  private final InstantSource clock;
  private Optional<Instant> probe = Optional.empty();

  CallBudget(
      ProviderUsageRepository usage,
      BudgetPolicy policy,
      RequestClass requestClass,
      InstantSource clock) {
    this.usage = usage;
    this.policy = policy;
    this.requestClass = requestClass;
    this.clock = clock;
  }

  /** For what this call's requests are. */
  public RequestClass requestClass() {
    return requestClass;
  }

  /** Whether this call tries whether the provider's limit still holds: it is not repeated then. */
  public boolean isProbe() {
    return probe.isPresent();
  }

  /**
   * Takes one request; it must be made only if this returns.
   *
   * @throws MightyCallException with kind {@code BUDGET_EXHAUSTED} when there is none
   */
  public BudgetUse take() {
    Instant now = clock.instant();
    return switch (takeOne(now)) {
      case BudgetTake.Taken(int used) -> new BudgetUse(used, policy.limit());
      case BudgetTake.Refused(BudgetLedger ledger) -> takeProbe(ledger, now);
    };
  }

  /** The provider answered as if there were no limit: a probe opens the budget again. */
  public void answered() {
    probe.ifPresent(
        claim -> {
          if (usage.reopenAfterProbe(claim)) {
            LOG.info("provider budget: open again, the probe was answered");
          }
        });
    probe = Optional.empty();
  }

  /**
   * The provider says that its limit is reached.
   *
   * @param reason in short words, without the answer's body
   */
  public void limitReached(String reason) {
    usage.close(reason, clock.instant());
    LOG.atError()
        .addKeyValue("budget_closed", true)
        .addKeyValue("reason", reason)
        .addKeyValue("probe_interval_seconds", Closure.PROBE_INTERVAL.toSeconds())
        .log("provider budget: closed, MightyCall says that its request limit is reached");
  }

  private BudgetTake takeOne(Instant now) {
    int ceiling = policy.ceiling(requestClass);
    return probe
        .map(claim -> usage.takeForProbe(requestClass, ceiling, now, claim))
        .orElseGet(() -> usage.take(requestClass, 1, ceiling, now));
  }

  private BudgetUse takeProbe(BudgetLedger ledger, Instant now) {
    boolean due =
        probe.isEmpty()
            && ledger.closure().filter(closure -> !closure.nextProbeAt().isAfter(now)).isPresent();
    if (due) {
      probe = usage.claimProbe(requestClass, policy.ceiling(requestClass), now);
    }
    if (due && probe.isPresent()) {
      LOG.info("provider budget: closed, this request probes whether the limit still holds");
      return new BudgetUse(ledger.window().used() + 1, policy.limit());
    }
    throw refuse(ledger, now);
  }

  private MightyCallException refuse(BudgetLedger ledger, Instant now) {
    Refusal refusal = ledger.refusal(policy, requestClass, 1, now);
    LOG.atWarn()
        .addKeyValue(
            RequestBudget.USED_PERCENT, BudgetSnapshot.percent(refusal.used(), refusal.limit()))
        .addKeyValue("budget_class", requestClass.wireName())
        .addKeyValue("budget_refused", refusal.reason())
        .addKeyValue("retry_at", refusal.retryAt())
        .log("provider budget: a request was refused before it was sent");
    return MightyCallException.budgetExhausted(refusal);
  }
}
