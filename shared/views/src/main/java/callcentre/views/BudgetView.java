package callcentre.views;

import callcentre.domain.budget.BudgetSnapshot;
import java.time.Instant;

/** The budget in short. */
public record BudgetView(
    int limit, int used, int remaining, Instant resetsAt, boolean estimated, boolean closed) {

  /** The budget as counted. */
  public static BudgetView of(BudgetSnapshot snapshot) {
    return new BudgetView(
        snapshot.limit(),
        snapshot.used(),
        snapshot.remaining(),
        snapshot.resetsAt(),
        snapshot.estimated(),
        snapshot.closed().isPresent());
  }
}
