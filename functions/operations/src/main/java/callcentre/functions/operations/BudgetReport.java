package callcentre.functions.operations;

import callcentre.aws.Environment;
import callcentre.client.budget.BudgetConfiguration;
import callcentre.domain.budget.BudgetLedger;
import callcentre.storage.usage.ProviderUsageRepository;
import callcentre.views.UsageView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Reads the budget: 1 request, nothing is written. */
@Singleton
final class BudgetReport {

  private final ProviderUsageRepository usage;
  private final Environment environment;
  private final InstantSource clock;

  BudgetReport(ProviderUsageRepository usage, Environment environment, InstantSource clock) {
    this.usage = usage;
    this.environment = environment;
    this.clock = clock;
  }

  UsageView usage() {
    Instant now = clock.instant();
    BudgetLedger ledger = usage.find().orElseGet(() -> BudgetLedger.untouched(now));
    return UsageView.of(ledger, BudgetConfiguration.read(environment), now);
  }
}
