package callcentre.answers;

import callcentre.api.answer.RateLimit;
import callcentre.client.MightyCallClients;
import callcentre.domain.budget.BudgetSnapshot;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows on an answer for which the provider was asked what is left of its requests (contract:
 * {@code RateLimit-*} where provider budget was spent).
 */
@Singleton
public final class SpentBudget {

  private static final Logger LOG = LoggerFactory.getLogger(SpentBudget.class);

  private final MightyCallClients clients;
  private final InstantSource clock;

  SpentBudget(MightyCallClients clients, InstantSource clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Adds the headers; where the budget cannot be read, the answer goes out without them. */
  public <T> MutableHttpResponse<T> shownOn(MutableHttpResponse<T> answer) {
    try {
      BudgetSnapshot budget = clients.budget().snapshot();
      Duration reset = Duration.between(clock.instant(), budget.resetsAt());
      return new RateLimit(budget.limit(), budget.remaining(), reset).on(answer);
    } catch (RuntimeException failure) {
      LOG.atError().setCause(failure).log("The budget could not be read for an answer's headers");
      return answer;
    }
  }
}
