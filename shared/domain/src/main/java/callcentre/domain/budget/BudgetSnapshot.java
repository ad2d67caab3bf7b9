package callcentre.domain.budget;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the budget stands, as {@code …/usage} shows it.
 *
 * @param limit requests that this stack may make in any 24 hours
 * @param used requests counted in the last 24 to 25 hours
 * @param remaining what the most urgent class may still make; 0 while it is closed
 * @param resetsAt when the oldest counted requests leave the window, so that {@code remaining}
 *     rises; it rises bit by bit, never all at once
 * @param estimated counting began less than 24 hours ago, or others use a share of the same key
 *     unseen
 * @param closed present while the provider's own limit is reached
 * @param byClass requests of the window, one entry a class
 * @param lastDays one entry for each of the last seven UTC days, today first
 */
public record BudgetSnapshot(
    int limit,
    int used,
    int remaining,
    Instant resetsAt,
    boolean estimated,
    Optional<Closure> closed,
    Map<RequestClass, Integer> byClass,
    List<DayUse> lastDays) {

  public BudgetSnapshot {
    byClass = Map.copyOf(byClass);
    lastDays = List.copyOf(lastDays);
  }

  /** The used share in percent, rounded down; more than 100 when the limit was lowered. */
  public int usedPercent() {
    return percent(used, limit);
  }

  /**
   * A share in percent, rounded down.
   *
   * @param limit more than 0; a limit of 0 counts as fully used
   */
  public static int percent(int used, int limit) {
    return limit <= 0 ? 100 : (int) (100L * used / limit);
  }
}
