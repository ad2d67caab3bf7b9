package callcentre.client.budget;

import callcentre.domain.budget.BudgetSnapshot;

/**
 * The budget after a request was taken from it.
 *
 * @param used requests of the window, that one included
 * @param limit requests that the window may hold
 */
public record BudgetUse(int used, int limit) {

  public int percent() {
    return BudgetSnapshot.percent(used, limit);
  }
}
