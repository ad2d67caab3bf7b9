package callcentre.storage.usage;

import callcentre.domain.budget.BudgetLedger;

/** What came of taking requests from the budget. */
public sealed interface BudgetTake {

  /**
   * They are counted and may be made.
   *
   * @param used all requests of the window, these included
   */
  record Taken(int used) implements BudgetTake {}

  /**
   * Nothing was counted.
   *
   * @param ledger the item that refused
   */
  record Refused(BudgetLedger ledger) implements BudgetTake {}
}
